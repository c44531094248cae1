/**
 * Phrases planted into the synthetic articles, each with decoys: its syllables apart, and its syllables with other marks.
 * So hit sets cannot be right by chance. What is true is still read from the texts (`plain-scan.ts`), not from here.
 */
import type { Chance } from '@/utils/testing/random';

export interface Plant {
  phrase: string;
  /** One article in so many has it. */
  every: number;
  /** The same syllables, never side by side. */
  apart: string;
  /** The same syllables without marks or with others. */
  otherMarks: string;
}

export const PLANTS: Plant[] = [
  {
    phrase: 'gốm nung Bàu Trúc',
    every: 40,
    apart: 'gốm thô rồi nung lửa, người Bàu Đá chở Trúc về',
    otherMarks: 'gôm nùng bấu trực',
  },
  {
    phrase: 'hòa âm rừng dương',
    every: 100,
    apart: 'hòa lẫn với âm vang của rừng thông và dương liễu',
    otherMarks: 'hoa ấm rụng đường',
  },
  {
    phrase: 'thuỷ điện Đa Nhim',
    every: 150,
    apart: 'thuỷ triều, nhiệt điện, cây đa, sông Nhim',
    otherMarks: 'thúy diễn dạ nhím',
  },
  {
    phrase: 'khoẻ mạnh quý lão',
    every: 400,
    apart: 'khoẻ thì quý, mạnh thì lão',
    otherMarks: 'khoe manh quy lao',
  },
  {
    phrase: 'chợ phiên Xín Cái',
    every: 2500,
    apart: 'chợ huyện, phiên toà, Xín Mần, Cái Bè',
    otherMarks: 'chờ phiền xin cãi',
  },
];

/** A sentence with a plant or one of its decoys; most articles have none. */
export function plantedSentence(chance: Chance): string | null {
  const plant = chance.pick(PLANTS);
  // Of five plants each is picked for a fifth of the articles.
  const share = PLANTS.length / plant.every;
  const drawn = chance.next();
  if (drawn < share) return `Nơi đây có ${spelled(plant.phrase, chance)} từ lâu đời.`;
  if (drawn < 2 * share) return `Trước kia ${plant.apart} ra chợ.`;
  if (drawn < 3 * share) return `Bảng hiệu ghi ${plant.otherMarks} bên cửa.`;
  return null;
}

const NEW_PLACE: [string, string][] = [
  ['hòa', 'hoà'],
  ['thuỷ', 'thủy'],
  ['khoẻ', 'khỏe'],
];

/** Papers place the tone mark in two ways: half of the plants have the other one. */
function spelled(phrase: string, chance: Chance): string {
  if (chance.next() < 0.5) return phrase;
  return NEW_PLACE.reduce((text, [one, other]) => text.replace(one, other), phrase);
}
