import { measureLog } from '../../contact/measure-log.ts'
import { type ProgrammeTarget, programmeTargets } from '../../inquiry/programme-targets.ts'
import { allSigns } from './cause-ids.ts'
import { listEpisodes } from './list-episodes.ts'
import { listLoggedAnswers, listPairSheets, listScoreRows } from './list-pair-scores.ts'
import { listQuotations, type SpeaksOf } from './list-quotations.ts'
import type {
  PairEntry,
  PairEvidence,
  PairRecords,
  Quotation,
  Stay,
  TargetEvidence,
} from './pair-evidence.ts'
import { type CodeSenses, codesOfSign, codesOfTarget, whomSignMeans } from './signs-of-target.ts'

/** The targets about which the contact log says something. */
export const targetsOfLog: readonly ProgrammeTarget[] = [
  'initiative',
  'communication',
  'interaction',
]

/** PRF-1: what the records say about one child and one adult, target by target, each number with its sheet and its day. */
export function gatherPairEvidence(pair: PairEntry, records: PairRecords): PairEvidence {
  const sheets = listPairSheets(pair, records)
  const log = measureLog(records.contacts, pair.id, records.today)
  const unclear: Quotation[] = []
  const quote = (codes: CodeSenses, speaksOf: SpeaksOf): readonly Quotation[] => {
    const listed = listQuotations(codes, speaksOf, pair, records)
    unclear.push(...listed.unclear)
    return listed.clear
  }
  const targets = programmeTargets.map((target) => ({
    target,
    rows: listScoreRows(target, sheets),
    quotations: quote(codesOfTarget[target], target === 'guardianBridge' ? 'guardian' : 'adult'),
    episodes: listEpisodes(target, pair, records),
    answers: target === 'initiative' ? listLoggedAnswers(sheets) : [],
    log: targetsOfLog.includes(target) ? log : null,
  }))
  const signs = allSigns.map((sign) => ({
    ...sign,
    quotations: quote(codesOfSign(sign), whomSignMeans(sign)),
  }))
  const { today } = records
  const stays = listStays(pair, records)
  return {
    ...{ pairId: pair.id, today, targets, signs, stays },
    unclear: [...new Map(unclear.map((one) => [one.spanId, one])).values()],
    missing: listMissing(targets),
  }
}

function listStays(pair: PairEntry, { stays, today }: PairRecords): readonly Stay[] {
  return stays
    .filter(
      ({ personId, since, until }) =>
        personId === pair.adultId &&
        (since === null || since <= today) &&
        (until === null || until >= today),
    )
    .map(({ id: stayId, since, province, city }) => ({ stayId, since, province, city }))
}

/** Sources of which nothing has been collected about any target. */
export function listMissing(targets: readonly TargetEvidence[]): PairEvidence['missing'] {
  const isEmpty = (count: (one: TargetEvidence) => number): boolean =>
    targets.every((one) => count(one) === 0)
  const scored = (side: 'child' | 'adult') => (one: TargetEvidence) =>
    one.rows.filter((row) => row[side].length > 0).length
  return [
    ...(isEmpty(scored('child')) ? (['childScores'] as const) : []),
    ...(isEmpty(scored('adult')) ? (['adultScores'] as const) : []),
    ...(isEmpty(({ quotations }) => quotations.length) ? (['quotations'] as const) : []),
    ...(isEmpty(({ episodes }) => episodes.length) ? (['episodes'] as const) : []),
    ...(isEmpty(({ log }) => (log === null ? 0 : 1)) ? (['contactLog'] as const) : []),
  ]
}
