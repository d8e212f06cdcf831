import {
  testPairedMean,
  testSignFlip,
  testSignedRank,
  type Column,
  type Method,
  type RefusalReason,
} from '../../statistics/index.ts'

/** Chosen before anybody has seen the data; `none` unless a person asks. */
export interface TestChoice {
  readonly kind: 'none' | 'wilcoxon' | 't' | 'signFlip'
  /** What the signed-rank test does with people who did not change: it can decide the answer, so it is said. */
  readonly zeros: 'pratt' | 'drop'
}

export const noTest: TestChoice = { kind: 'none', zeros: 'pratt' }

export interface TestFigure {
  readonly kind: 'wilcoxon' | 't' | 'signFlip'
  readonly method: Method | null
  readonly p: number | null
  readonly statistic: { readonly name: 'V' | 't' | 'asExtreme'; readonly value: number } | null
  readonly df: number | null
  /** The smallest two-sided p that this many moving people can ever give; null where it has no such floor. */
  readonly smallestP: number | null
  readonly refused: RefusalReason | null
}

export function testChange(before: Column, after: Column, choice: TestChoice): TestFigure | null {
  switch (choice.kind) {
    case 'none':
      return null
    case 'wilcoxon':
      return testRanks(before, after, choice.zeros)
    case 't':
      return testMean(before, after)
    case 'signFlip':
      return testSigns(before, after)
  }
}

function refusedTest(kind: TestFigure['kind'], refused: RefusalReason): TestFigure {
  return { kind, method: null, p: null, statistic: null, df: null, smallestP: null, refused }
}

function testRanks(before: Column, after: Column, zeros: TestChoice['zeros']): TestFigure {
  const found = testSignedRank(before, after, { zeros })
  if (!found.ok) return refusedTest('wilcoxon', found.reason)
  return {
    kind: 'wilcoxon',
    method: found.method,
    p: found.value.p,
    statistic: { name: 'V', value: found.value.v },
    df: null,
    smallestP: Math.min(1, 2 ** (1 - found.value.nonZero)),
    refused: null,
  }
}

function testMean(before: Column, after: Column): TestFigure {
  const found = testPairedMean(before, after)
  if (!found.ok) return refusedTest('t', found.reason)
  return {
    kind: 't',
    method: found.method,
    p: found.value.p,
    statistic: { name: 't', value: found.value.t },
    df: found.value.df,
    smallestP: null,
    refused: null,
  }
}

function testSigns(before: Column, after: Column): TestFigure {
  const found = testSignFlip(before, after)
  if (!found.ok) return refusedTest('signFlip', found.reason)
  return {
    kind: 'signFlip',
    method: found.method,
    p: found.value.p,
    statistic: { name: 'asExtreme', value: found.value.asExtreme },
    df: null,
    smallestP: Math.min(1, 2 / found.value.arrangements),
    refused: null,
  }
}
