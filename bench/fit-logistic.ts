/** Logistic regression with a ridge, by Newton's steps: small enough to read, exact enough for a table of weights. */

export interface Example {
  values: number[];
  isTrue: boolean;
  weight: number;
  /** What is known already, added as it is. */
  offset: number;
}

const MOST_STEPS = 30;
const SMALL = 1e-5;

/** One weight a value, and the bias last, which the ridge leaves alone. */
export function fitLogistic(examples: Example[], ridge: number): number[] {
  const size = (examples[0]?.values.length ?? 0) + 1;
  const weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const rows = Array.from({ length: size }, (_, index) =>
      Array.from({ length: size + 1 }, (__, column) =>
        column === index ? (index < size - 1 ? ridge : SMALL) : 0,
      ),
    );
    for (const [index, weight] of weights.entries())
      rows[index]![size] = index < size - 1 ? ridge * weight : 0;
    for (const { values, isTrue, weight, offset } of examples) {
      const inputs = [...values, 1];
      const sum = inputs.reduce((total, value, index) => total + value * weights[index]!, offset);
      const chance = 1 / (1 + Math.exp(-sum));
      const curve = Math.max(chance * (1 - chance), 1e-4) * weight;
      for (const [index, value] of inputs.entries()) {
        if (value === 0) continue;
        const row = rows[index]!;
        row[size]! += (chance - (isTrue ? 1 : 0)) * weight * value;
        for (const [column, other] of inputs.entries()) row[column]! += curve * value * other;
      }
    }
    const change = solve(rows);
    for (const [index, value] of change.entries()) weights[index]! -= value;
    if (Math.max(...change.map(Math.abs)) < SMALL) break;
  }
  return weights;
}

/** Gauss with pivots; the right side is the last column. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row;
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]!;
    for (let row = column + 1; row < size; row += 1) {
      const factor = rows[row]![column]! / pivot[column]!;
      if (factor !== 0) for (let at = column; at <= size; at += 1) rows[row]![at]! -= factor * pivot[at]!;
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = rows[row]![size]!;
    for (let column = row + 1; column < size; column += 1) rest -= rows[row]![column]! * solution[column]!;
    solution[row] = rest / rows[row]![row]!;
  }
  return solution;
}
