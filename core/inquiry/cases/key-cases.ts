// Worked examples of every key, for practitioners to check by hand: answers in the order of the item numbers, and what
// the key makes of them. The sums were made from the printed keys, apart from the program that scores here.

export interface KeyCase {
  readonly instrument: string
  readonly what: string
  readonly answers: readonly number[]
  readonly scores: Readonly<Record<string, number>>
}

export const keyCases: readonly KeyCase[] = [
  {
    instrument: 'ippa-parent',
    what: 'every item at the upper end',
    answers: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    scores: { trust: 42, communication: 38, alienation: 40, total: 88 },
  },
  {
    instrument: 'ippa-parent',
    what: 'answers running up the scale',
    answers: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3],
    scores: { trust: 26, communication: 22, alienation: 23, total: 73 },
  },
  {
    instrument: 'ippa-parent',
    what: 'answers running down in longer steps',
    answers: [4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5],
    scores: { trust: 40, communication: 37, alienation: 31, total: 94 },
  },
  {
    instrument: 'ippa-peer',
    what: 'every item at the upper end',
    answers: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    scores: { trust: 46, communication: 40, alienation: 35, total: 93 },
  },
  {
    instrument: 'ippa-peer',
    what: 'answers running up the scale',
    answers: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
    scores: { trust: 29, communication: 20, alienation: 22, total: 69 },
  },
  {
    instrument: 'ippa-peer',
    what: 'answers running down in longer steps',
    answers: [4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3],
    scores: { trust: 40, communication: 30, alienation: 30, total: 82 },
  },
  {
    instrument: 'ippa-r-parent',
    what: 'every item at the upper end',
    answers: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
    scores: { trust: 16, communication: 14, alienation: 16, total: 30 },
  },
  {
    instrument: 'ippa-r-parent',
    what: 'answers running up the scale',
    answers: [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0],
    scores: { trust: 9, communication: 9, alienation: 9, total: 25 },
  },
  {
    instrument: 'ippa-r-parent',
    what: 'answers running down in longer steps',
    answers: [1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1],
    scores: { trust: 6, communication: 7, alienation: 3, total: 26 },
  },
  {
    instrument: 'ippa-r-peer',
    what: 'every item at the upper end',
    answers: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
    scores: { trust: 18, communication: 16, alienation: 14, total: 34 },
  },
  {
    instrument: 'ippa-r-peer',
    what: 'answers running up the scale',
    answers: [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0],
    scores: { trust: 12, communication: 6, alienation: 6, total: 26 },
  },
  {
    instrument: 'ippa-r-peer',
    what: 'answers running down in longer steps',
    answers: [1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1],
    scores: { trust: 4, communication: 4, alienation: 3, total: 19 },
  },
  {
    instrument: 'ippa-revised-mother',
    what: 'every item at the upper end',
    answers: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    scores: { total: 85 },
  },
  {
    instrument: 'ippa-revised-mother',
    what: 'answers running up the scale',
    answers: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
    scores: { total: 77 },
  },
  {
    instrument: 'ippa-revised-mother',
    what: 'answers running down in longer steps',
    answers: [4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3],
    scores: { total: 72 },
  },
  {
    instrument: 'ippa-revised-father',
    what: 'every item at the upper end',
    answers: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    scores: { total: 85 },
  },
  {
    instrument: 'ippa-revised-father',
    what: 'answers running up the scale',
    answers: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
    scores: { total: 77 },
  },
  {
    instrument: 'ippa-revised-father',
    what: 'answers running down in longer steps',
    answers: [4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3],
    scores: { total: 72 },
  },
  {
    instrument: 'pacs-adolescent',
    what: 'every item at the upper end',
    answers: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    scores: { open: 50, problems: 50, total: 60 },
  },
  {
    instrument: 'pacs-adolescent',
    what: 'answers running up the scale',
    answers: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
    scores: { open: 24, problems: 36, total: 48 },
  },
  {
    instrument: 'pacs-adolescent',
    what: 'answers running down in longer steps',
    answers: [4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3],
    scores: { open: 43, problems: 37, total: 66 },
  },
  {
    instrument: 'pacs-parent',
    what: 'every item at the upper end',
    answers: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    scores: { open: 50, problems: 50, total: 60 },
  },
  {
    instrument: 'pacs-parent',
    what: 'answers running up the scale',
    answers: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
    scores: { open: 24, problems: 36, total: 48 },
  },
  {
    instrument: 'pacs-parent',
    what: 'answers running down in longer steps',
    answers: [4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3],
    scores: { open: 43, problems: 37, total: 66 },
  },
  {
    instrument: 'cprs-sf',
    what: 'every item at the upper end',
    answers: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    scores: { conflict: 40, closeness: 35 },
  },
  {
    instrument: 'cprs-sf',
    what: 'answers running up the scale',
    answers: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
    scores: { conflict: 24, closeness: 21 },
  },
  {
    instrument: 'cprs-sf',
    what: 'answers running down in longer steps',
    answers: [4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3],
    scores: { conflict: 33, closeness: 27 },
  },
  {
    instrument: 'rses',
    what: 'every item at the upper end',
    answers: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
    scores: { total: 25 },
  },
  {
    instrument: 'rses',
    what: 'answers running up the scale',
    answers: [1, 2, 3, 4, 1, 2, 3, 4, 1, 2],
    scores: { total: 26 },
  },
  {
    instrument: 'rses',
    what: 'answers running down in longer steps',
    answers: [3, 2, 3, 2, 3, 2, 3, 2, 3, 2],
    scores: { total: 24 },
  },
  {
    instrument: 'ces-dc',
    what: 'every item at the upper end',
    answers: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3],
    scores: { total: 48 },
  },
  {
    instrument: 'ces-dc',
    what: 'answers running up the scale',
    answers: [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3],
    scores: { total: 18 },
  },
  {
    instrument: 'ces-dc',
    what: 'answers running down in longer steps',
    answers: [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1],
    scores: { total: 34 },
  },
  {
    instrument: 'cls',
    what: 'every item at the upper end',
    answers: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    scores: { total: 40 },
  },
  {
    instrument: 'cls',
    what: 'answers running up the scale',
    answers: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4],
    scores: { total: 47 },
  },
  {
    instrument: 'cls',
    what: 'answers running down in longer steps',
    answers: [4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5, 3, 4, 3, 5, 5],
    scores: { total: 42 },
  },
  {
    instrument: 'who-5',
    what: 'every item at the upper end',
    answers: [5, 5, 5, 5, 5],
    scores: { total: 100 },
  },
  {
    instrument: 'who-5',
    what: 'answers running up the scale',
    answers: [0, 1, 2, 3, 4],
    scores: { total: 40 },
  },
  {
    instrument: 'who-5',
    what: 'answers running down in longer steps',
    answers: [4, 3, 0, 1, 0],
    scores: { total: 32 },
  },
  {
    instrument: 'sdq-parent-scores',
    what: 'five scores from a paper form',
    answers: [4, 2, 7, 3, 8],
    scores: { emotional: 4, conduct: 2, hyperactivity: 7, peer: 3, prosocial: 8, difficulties: 16 },
  },
  {
    instrument: 'sdq-teacher-scores',
    what: 'five scores from a paper form',
    answers: [4, 2, 7, 3, 8],
    scores: { emotional: 4, conduct: 2, hyperactivity: 7, peer: 3, prosocial: 8, difficulties: 16 },
  },
  {
    instrument: 'sdq-self-scores',
    what: 'five scores from a paper form',
    answers: [4, 2, 7, 3, 8],
    scores: { emotional: 4, conduct: 2, hyperactivity: 7, peer: 3, prosocial: 8, difficulties: 16 },
  },
]
