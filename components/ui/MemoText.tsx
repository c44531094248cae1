/** A memo as it is read: light Markdown as elements, never as markup. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { memoBlocks, type Block, type Inline } from './memo-blocks';
import './memo.css';

export interface MemoTextProps {
  text: string;
  lang?: string;
  /** Level of the page's heading above it; the memo's own headings stand below that. */
  under?: 1 | 2 | 3;
}

export function MemoText({ text, lang, under = 2 }: MemoTextProps) {
  const blocks = useMemo(() => memoBlocks(text), [text]);
  return (
    <div class="memo-text" lang={lang}>
      {blocks.map((block, index) => drawn(block, index, under))}
    </div>
  );
}

function drawn(block: Block, key: number, under: number): ComponentChildren {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, under + block.level)}` as 'h3';
      return <Heading key={key}>{words(block.children)}</Heading>;
    }
    case 'quote':
      return (
        <blockquote key={key}>{block.blocks.map((inner, index) => drawn(inner, index, under))}</blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{words(item)}</li>);
      return block.isOrdered ? (
        <ol key={key} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul key={key}>{items}</ul>
      );
    }
    case 'paragraph':
      return (
        <p key={key}>
          {block.lines.map((line, index) => (
            <span key={index}>
              {index > 0 && <br />}
              {words(line)}
            </span>
          ))}
        </p>
      );
  }
}

function words(inlines: Inline[]): ComponentChildren {
  return inlines.map((inline, index) => {
    switch (inline.kind) {
      case 'text':
        return inline.text;
      case 'code':
        return <code key={index}>{inline.text}</code>;
      case 'bold':
        return <strong key={index}>{words(inline.children)}</strong>;
      case 'italic':
        return <em key={index}>{words(inline.children)}</em>;
      case 'link':
        return (
          <a key={index} href={inline.href} target="_blank" rel="noopener noreferrer">
            {inline.text}
          </a>
        );
    }
  });
}
