import { z } from 'zod'
import { defineKind } from '../../../sync/kind.ts'
import { partialDayShape } from './partial-day.ts'
import { needDrawn, refuseDates, refuseDrawn } from './refuse-drawn.ts'

export const lifeFacts = ['born', 'died', 'expecting', 'holdsPhone'] as const

const lifeFactShape = z.strictObject({
  familyId: z.uuid(),
  personId: z.uuid(),
  /** Born when, where only the year or month is known; died when; expects a child; keeps the telephone by which the child reaches whoever is away. */
  fact: z.enum(lifeFacts),
  since: partialDayShape.nullable().default(null),
  until: partialDayShape.nullable().default(null),
})
export type LifeFact = z.infer<typeof lifeFactShape>

/** What the drawing shows of one person beyond the register. */
export const lifeFact = defineKind({
  name: 'lifeFact',
  room: 'assessment',
  shape: lifeFactShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['fact', 'since', 'until'],
  bound: [['since', 'until']],
  references: { familyId: 'family', personId: 'person' },
  columns: ['familyId', 'personId'],
  ruleNeeds: (after) => needDrawn(after.familyId, [after.personId]),
  rule: (after, _before, found, context) =>
    refuseDrawn([after.personId], found, context) ?? refuseDates(after, context),
})
