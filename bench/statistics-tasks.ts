// What the statistics bench computes: the same data and the same question on both sides.

export type Task = {
  name: string
  analysis: string
  data: unknown
  options?: unknown
  r: string
}

function fill(n: number, make: (i: number) => number): number[] {
  return Array.from({ length: n }, (_, i) => make(i))
}

const groups = fill(60, (i) => i % 3).map((g) => ['a', 'b', 'c'][g] ?? 'a')

/** Columns by the names that the R expressions use. */
export const smallData = {
  pre: [12, 15, 9, 14, 11, 13, 10, 16, 12, 14],
  post: [15, 16, 13, 14, 15, 18, 11, 19, 13, 17],
  x: fill(40, (i) => (i * 7) % 11),
  y: fill(40, (i) => (i * 5) % 13),
  u: fill(20, (i) => i * 2.37 + ((i * 7) % 5)),
  v: fill(20, (i) => i * 2.11 + ((i * 3) % 7) + 0.013),
  value: fill(60, (i) => ((i * 17) % 23) + (i % 3)),
  group: groups,
}

const { pre, post, x, y, u, v, value, group } = smallData
const items = Object.fromEntries(
  fillSurvey(80, 6).map((column, j) => [`i${j}`, column.map((answer) => answer ?? 3)]),
)
const itemsInR = `m <- cbind(${Object.values(items)
  .map((column) => `c(${column})`)
  .join(', ')})`

export const statisticsTasks: readonly Task[] = [
  {
    name: 'paired t test, n 10',
    analysis: 'paired-t',
    data: { pre, post },
    r: 't.test(post, pre, paired = TRUE)',
  },
  {
    name: 'signed rank, normal, n 10',
    analysis: 'wilcoxon-signed-rank',
    data: { pre, post },
    options: { computation: 'normal', zeros: 'drop' },
    r: 'wilcox.test(post, pre, paired = TRUE, exact = FALSE, conf.int = TRUE)',
  },
  {
    name: 'Welch t test, n 40 + 40',
    analysis: 'compare-means',
    data: { x, y },
    r: 't.test(x, y)',
  },
  {
    name: 'rank sum, exact with interval, 20 + 20',
    analysis: 'mann-whitney',
    data: { x: u, y: v },
    r: 'wilcox.test(u, v, conf.int = TRUE)',
  },
  {
    name: 'one-way ANOVA and Welch, n 60',
    analysis: 'one-way-anova',
    data: { value, group },
    r: 'anova(lm(value ~ group)); oneway.test(value ~ group)',
  },
  {
    name: 'Tukey, 3 groups, n 60',
    analysis: 'pairwise',
    data: { value, group },
    options: { procedure: 'tukey' },
    r: 'TukeyHSD(aov(value ~ group))',
  },
  {
    name: 'Pearson, n 40',
    analysis: 'pearson',
    data: { x, y },
    r: 'cor.test(x, y)',
  },
  {
    name: 'regression, 2 predictors, n 60',
    analysis: 'regression',
    data: { y: value, predictors: { a: fill(60, (i) => i % 7), b: fill(60, (i) => (i * i) % 11) } },
    r: `a <- c(${fill(60, (i) => i % 7)}); b <- c(${fill(60, (i) => (i * i) % 11)}); m <- lm(value ~ a + b); summary(m); confint(m)`,
  },
  {
    name: 'chi-square, 3 x 3',
    analysis: 'chi-square',
    data: {
      counts: [
        [10, 4, 2],
        [6, 9, 5],
        [1, 7, 12],
      ],
    },
    r: 'chisq.test(matrix(c(10, 6, 1, 4, 9, 7, 2, 5, 12), 3), correct = FALSE)',
  },
  {
    name: 'Fisher, 3 x 3',
    analysis: 'fisher',
    data: {
      counts: [
        [10, 4, 2],
        [6, 9, 5],
        [1, 7, 12],
      ],
    },
    r: 'fisher.test(matrix(c(10, 6, 1, 4, 9, 7, 2, 5, 12), 3))',
  },
  {
    name: 'ML factors, 6 items, n 80',
    analysis: 'factors',
    data: { items },
    options: { extraction: 'maximum-likelihood', factors: 2 },
    r: `${itemsInR}; factanal(m, 2)`,
  },
]

/** Answers 1 to 5 that share one cause, one in a hundred missing; the same every time. */
export function fillSurvey(people: number, itemCount: number): (number | null)[][] {
  let state = 7
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const items: (number | null)[][] = Array.from({ length: itemCount }, () => [])
  for (let i = 0; i < people; i += 1) {
    const common = random() * 3
    for (const column of items) {
      const answer = 1 + Math.min(4, Math.floor(common + random() * 2))
      column.push(random() < 0.01 ? null : answer)
    }
  }
  return items
}
