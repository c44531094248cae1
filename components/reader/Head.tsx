/** Between the title and the text: the byline, and the story in other outlets below that of the newest copy. */
import { AlsoIn, type AlsoInProps } from './AlsoIn';
import { Byline } from './Byline';

export function Head(props: AlsoInProps) {
  const { article, version } = props;
  return (
    <>
      <Byline article={article} version={version} />
      {version.id === article.latestVersionId && <AlsoIn {...props} />}
    </>
  );
}
