// What a profile was settled on: the figures as they stood, so that a later sheet or a mark taken back changes nothing in it.
import { z } from 'zod'
import { programmeTargets } from '../../inquiry/programme-targets.ts'
import { wordsShape } from '../../inquiry/words.ts'
import { dayShape } from '../../kit/dates.ts'
import { causeIds, harmIds, strengthIds } from './cause-ids.ts'
import { keyOfEvidence } from './evidence-item.ts'
import { listMissing, targetsOfLog } from './gather-pair-evidence.ts'
import type { Episode, PairEvidence, Quotation, ScoreRow, TargetScore } from './pair-evidence.ts'
import { senses } from './signs-of-target.ts'
import { suggestCauses } from './suggest-causes.ts'
import { suggestTargets } from './suggest-targets.ts'
import { keysOfReasons } from './weigh-suggestion.ts'

const sideShape = z.enum(['child', 'adult', 'other'])
const placedFields = {
  value: z.number(),
  range: z.strictObject({ min: z.number(), max: z.number() }),
  share: z.number().nullable(),
}
const scoreShape = z.strictObject({
  ...placedFields,
  side: sideShape,
  on: dayShape,
  sheetId: z.uuid(),
  instrument: z.strictObject({
    id: z.uuid(),
    title: wordsShape,
    version: z.string().max(40),
  }),
})
const scoresShape = z.array(scoreShape).max(40)
const quotationShape = z.strictObject({
  spanId: z.uuid(),
  otherIds: z.array(z.uuid()).max(60).default([]),
  interviewId: z.uuid(),
  side: sideShape,
  on: dayShape.nullable(),
  words: z.string().max(4000),
  code: z.strictObject({ id: z.uuid(), name: z.string().max(200) }),
  sense: z.enum(senses),
})
const quotationsShape = z.array(quotationShape).max(400)
const episodeShape = z.strictObject({
  episodeId: z.uuid(),
  on: dayShape,
  sides: z.array(z.enum(['child', 'adult'])).max(2),
  sense: z.enum(senses),
  seen: z.string().max(8000),
  said: z.string().max(8000),
  inference: z.string().max(8000),
})
const targetShape = z.strictObject({
  target: z.enum(programmeTargets),
  rows: z
    .array(
      z.strictObject({
        id: z.string().max(200),
        title: wordsShape,
        child: scoresShape,
        adult: scoresShape,
        other: scoresShape,
      }),
    )
    .max(60),
  quotations: quotationsShape,
  episodes: z.array(episodeShape).max(200),
  answers: z
    .array(
      z.strictObject({
        ...placedFields,
        about: z.enum(['weekly', 'childBegins', 'adultBegins']),
        side: sideShape,
        on: dayShape,
        sheetId: z.uuid(),
        text: wordsShape,
      }),
    )
    .max(20),
})
const signFields = { quotations: quotationsShape }
const signShape = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('cause'), id: z.enum(causeIds), ...signFields }),
  z.strictObject({ of: z.literal('harm'), id: z.enum(harmIds), ...signFields }),
  z.strictObject({ of: z.literal('strength'), id: z.enum(strengthIds), ...signFields }),
])
const count = z.number().int().min(0)
const logShape = z.strictObject({
  from: dayShape,
  to: dayShape,
  weeks: z.number(),
  reached: count,
  missed: count,
  perWeek: z.number(),
  startedBy: z.strictObject({ child: count, adult: count, caregiver: count, unknown: count }),
  byChannel: z.strictObject({
    videoCall: count,
    voiceCall: count,
    voiceMessage: count,
    text: count,
    visit: count,
    other: count,
  }),
  lastOn: dayShape.nullable(),
})

export const settledEvidenceShape = z.strictObject({
  today: dayShape,
  targets: z.array(targetShape).max(programmeTargets.length),
  signs: z.array(signShape).max(40),
  log: logShape.nullable(),
  stays: z
    .array(
      z.strictObject({
        stayId: z.uuid(),
        since: dayShape.nullable(),
        province: z.string().max(40),
        city: z.string().max(40),
      }),
    )
    .max(10),
})
export type SettledEvidence = z.infer<typeof settledEvidenceShape>

const mostOfEach = 12
const mostWords = 500

/**
 * PRF-7: the evidence as it stands, small enough to keep: each side's latest score, the latest passages and episodes of each
 * target, whatever a cause or harm is linked to (`linked`, keys of evidence), and whatever a suggestion or a
 * disagreement names: from what is kept the same is concluded as from all of it.
 */
export function freezeEvidence(
  evidence: PairEvidence,
  linkedByPeople: ReadonlySet<string>,
): SettledEvidence {
  const reasons = [...suggestTargets(evidence), ...suggestCauses(evidence)].flatMap((one) =>
    keysOfReasons(one.reasons),
  )
  const linked = new Set([...linkedByPeople, ...reasons])
  return {
    today: evidence.today,
    targets: evidence.targets.map(({ target, rows, quotations, episodes, answers }) => ({
      target,
      rows: rows.map((row) => freezeRow(row, linked)),
      quotations: freezeQuotations(quotations, linked),
      episodes: freezeEpisodes(episodes, linked),
      answers: answers.map((one) => ({ ...one, range: { ...one.range }, text: { ...one.text } })),
    })),
    signs: evidence.signs
      .filter(({ quotations }) => quotations.length > 0)
      .map((sign) => ({ ...sign, quotations: freezeQuotations(sign.quotations, linked) })),
    log: evidence.targets.find(({ log }) => log !== null)?.log ?? null,
    stays: evidence.stays.map((stay) => ({ ...stay })),
  }
}

function freezeRow(row: ScoreRow, linked: ReadonlySet<string>) {
  const keep = (scores: readonly TargetScore[]) =>
    scores
      .filter(
        ({ sheetId }, index) =>
          index === scores.length - 1 ||
          linked.has(keyOfEvidence({ of: 'score', sheetId, rowId: row.id })),
      )
      .slice(-40)
      .map((one) => ({
        ...one,
        range: { ...one.range },
        instrument: { ...one.instrument, title: { ...one.instrument.title } },
      }))
  return {
    id: row.id,
    title: { ...row.title },
    child: keep(row.child),
    adult: keep(row.adult),
    other: keep(row.other),
  }
}

function freezeQuotations(quotations: readonly Quotation[], linked: ReadonlySet<string>) {
  // Whether somebody speaks of one thing only is seen from one passage of each kind.
  const ofEachKind = new Map(quotations.map((one) => [`${one.side} ${one.sense}`, one.spanId]))
  const spoken = new Set(ofEachKind.values())
  return quotations
    .filter(
      ({ spanId, otherIds }, index) =>
        index >= quotations.length - mostOfEach ||
        spoken.has(spanId) ||
        [spanId, ...otherIds].some((id) =>
          linked.has(keyOfEvidence({ of: 'quotation', spanId: id })),
        ),
    )
    .slice(-400)
    .map((one) => ({
      ...one,
      otherIds: one.otherIds.slice(0, 60),
      words: shorten(one.words),
      code: { ...one.code },
    }))
}

function freezeEpisodes(episodes: readonly Episode[], linked: ReadonlySet<string>) {
  return episodes
    .filter(
      ({ episodeId }, index) =>
        index >= episodes.length - mostOfEach ||
        linked.has(keyOfEvidence({ of: 'episode', episodeId })),
    )
    .slice(-200)
    .map((one) => ({
      ...one,
      sides: [...one.sides],
      seen: shorten(one.seen),
      said: shorten(one.said),
      inference: shorten(one.inference),
    }))
}

/** Cut between characters, never inside one. */
function shorten(words: string): string {
  const points = Array.from(words)
  return points.length <= mostWords ? words : `${points.slice(0, mostWords).join('')}…`
}

/** The frozen figures in the form of live ones: whatever reads evidence reads what was settled on in the same way. */
export function thawEvidence(pairId: string, settled: SettledEvidence): PairEvidence {
  const targets = settled.targets.map((one) => ({
    ...one,
    log: targetsOfLog.includes(one.target) ? settled.log : null,
  }))
  const { today, signs, stays } = settled
  return { pairId, today, targets, signs, stays, unclear: [], missing: listMissing(targets) }
}
