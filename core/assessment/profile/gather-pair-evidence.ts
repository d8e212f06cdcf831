import { measureLog } from '../../contact/measure-log.ts'
import { listLoggedAnswers, listPairSheets, listScoreRows } from './list-pair-scores.ts'
import { listQuotations } from './list-quotations.ts'
import type { PairEntry, PairEvidence, PairRecords, TargetEvidence } from './pair-evidence.ts'
import { type ProgrammeTarget, programmeTargets } from '../../inquiry/programme-targets.ts'

const targetsOfLog: readonly ProgrammeTarget[] = ['initiative', 'communication', 'interaction']

/** PRF-1: what the records say about one child and one adult, target by target, each number with its sheet and its day. */
export function gatherPairEvidence(pair: PairEntry, records: PairRecords): PairEvidence {
  const sheets = listPairSheets(pair, records)
  const log = measureLog(records.contacts, pair.id, records.today)
  const targets = programmeTargets.map((target) => ({
    target,
    rows: listScoreRows(target, sheets),
    quotations: listQuotations(target, pair, records),
    answers: target === 'initiative' ? listLoggedAnswers(sheets) : [],
    log: targetsOfLog.includes(target) ? log : null,
  }))
  return { pairId: pair.id, today: records.today, targets, missing: listMissing(targets) }
}

function listMissing(targets: readonly TargetEvidence[]): PairEvidence['missing'] {
  const isEmpty = (count: (one: TargetEvidence) => number): boolean =>
    targets.every((one) => count(one) === 0)
  const scored = (side: 'child' | 'adult') => (one: TargetEvidence) =>
    one.rows.filter((row) => row[side].length > 0).length
  return [
    ...(isEmpty(scored('child')) ? (['childScores'] as const) : []),
    ...(isEmpty(scored('adult')) ? (['adultScores'] as const) : []),
    ...(isEmpty(({ quotations }) => quotations.length) ? (['quotations'] as const) : []),
    ...(isEmpty(({ log }) => (log === null ? 0 : 1)) ? (['contactLog'] as const) : []),
  ]
}
