import { foldMarks } from './fold';

/** Month names by number, folded, in the languages news pages of the corpora use; short forms where they are distinct. */
const NAMES: readonly string[] = [
  'january jan januar janner janvier janv enero ene janeiro gennaio gen januari ocak sty stycznia januara ianuarie tammikuuta',
  'february feb februar feber fevrier fevr fev febrero fevereiro febbraio februari subat luty lutego februara februarie helmikuuta',
  'march mar marz maerz mars marzo marco maart mart maret marzec marca martie maaliskuuta mrz',
  'april apr avril avr abril abr aprile nisan kwiecien kwietnia aprila aprilie huhtikuuta',
  'may mai mayo maio maggio mag mei maj mayis maja toukokuuta',
  'june jun juni juin junio junho giugno giu haziran czerwiec czerwca juna iunie kesakuuta',
  'july jul juli juillet juil julio julho luglio lug temmuz lipiec lipca jula iulie heinakuuta',
  'august aug aout agosto ago augustus augusti agustus agustos sierpien sierpnia augusta elokuuta',
  'september sep sept septembre septiembre setembro settembre set eylul wrzesien wrzesnia septembra septembrie syyskuuta',
  'october oct oktober okt octobre octubre outubro out ottobre ott oktober ekim pazdziernik pazdziernika oktobra octombrie lokakuuta',
  'november nov novembre noviembre novembro kasim listopad listopada novembra noiembrie marraskuuta',
  'december dec dezember dez decembre diciembre dic dezembro dicembre desember des aralik grudzien grudnia decembra decembrie joulukuuta',
];

const NUMBER = new Map<string, number>();
NAMES.forEach((names, index) => {
  for (const name of names.split(' ')) NUMBER.set(name, index + 1);
});

/** 1–12 for the name of a month in one of the known languages, else null. */
export function monthNumber(name: string): number | null {
  return NUMBER.get(foldMarks(name).replace(/ı/g, 'i').replace(/\.$/, '')) ?? null;
}
