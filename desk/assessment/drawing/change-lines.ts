// One stage ends where the next begins: what was stays on record, so that before and after can be drawn.
import { couple, type Couple } from '../../../core/assessment/drawing/facts/couple.ts'
import { lifeFact, type LifeFact } from '../../../core/assessment/drawing/facts/life-fact.ts'
import { holdsOn } from '../../../core/assessment/drawing/facts/partial-day.ts'
import {
  relationQuality,
  type RelationQuality,
} from '../../../core/assessment/drawing/facts/relation-quality.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import type { TypedKind } from '../../../core/sync/kind.ts'
import type { LocalRecord } from '../../sync/index.ts'
import type { DrawnFamily } from './use-drawn-family.ts'

interface Between {
  readonly oneId: string
  readonly otherId: string
}

export function isBetween(one: Between, ids: readonly string[]): boolean {
  return ids.includes(one.oneId) && ids.includes(one.otherId)
}

export function qualityOf(drawn: DrawnFamily, ids: readonly string[], day: string) {
  return drawn.qualities.find((one) => isBetween(one, ids) && holdsOn(one, day))
}

export function coupleOf(drawn: DrawnFamily, ids: readonly string[], day: string) {
  return drawn.couples.find((one) => isBetween(one, ids) && holdsOn(one, day))
}

export function factOf(
  drawn: DrawnFamily,
  personId: string,
  fact: LifeFact['fact'],
  day: string,
): LocalRecord<LifeFact> | undefined {
  return drawn.lifeFacts.find(
    (one) => one.personId === personId && one.fact === fact && holdsOn(one, day),
  )
}

/** Ends on a day; what began on that very day was a slip and goes. */
export function draftEnd<Fields extends { readonly since: string | null }>(
  kind: TypedKind<Fields>,
  record: LocalRecord<Fields>,
  until: string,
): Draft {
  return record.since === until
    ? { kind, recordId: record.id, verb: 'remove', input: {}, fields: {} }
    : { kind, recordId: record.id, verb: 'edit', input: {}, fields: { until } }
}

export function draftQuality(
  drawn: DrawnFamily,
  [oneId = '', otherId = '']: readonly string[],
  next: { readonly quality: RelationQuality['quality'] | null; readonly because: string },
  today: string,
  id: string,
): readonly Draft[] {
  const now = qualityOf(drawn, [oneId, otherId], today)
  const { quality, because } = next
  return [
    ...(now === undefined ? [] : [draftEnd(relationQuality, now, today)]),
    ...(quality === null
      ? []
      : [
          draftRecord(relationQuality, id, {
            familyId: drawn.family.id,
            oneId,
            otherId,
            quality,
            because,
            since: today,
          }),
        ]),
  ]
}

export function draftStage(
  drawn: DrawnFamily,
  [oneId = '', otherId = '']: readonly string[],
  next: { readonly state: Couple['state']; readonly since: string | null },
  today: string,
  id: string,
): readonly Draft[] {
  const now = coupleOf(drawn, [oneId, otherId], today)
  // Without a date there is no telling when the earlier stage ended: it is put right instead.
  if (now !== undefined && (next.since === null || next.since === now.since))
    return [
      { kind: couple, recordId: now.id, verb: 'edit', input: {}, fields: { state: next.state } },
    ]
  return [
    ...(now === undefined || next.since === null
      ? []
      : [
          {
            kind: couple,
            recordId: now.id,
            verb: 'edit',
            input: {},
            fields: { until: next.since },
          },
        ]),
    draftRecord(couple, id, { familyId: drawn.family.id, oneId, otherId, ...next }),
  ]
}

export function draftFact(
  drawn: DrawnFamily,
  personId: string,
  fact: LifeFact['fact'],
  since: string | null,
  id: string,
): Draft {
  return draftRecord(lifeFact, id, { familyId: drawn.family.id, personId, fact, since })
}
