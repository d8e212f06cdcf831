// Record kinds for testing the heart: between them they use everything a kind can declare.
import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { done, refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb, type Kind } from '../kind.ts'

const houseShape = z.strictObject({
  name: z.string().max(80),
  staff: z.array(z.uuid()).default([]),
  marks: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
  note: z.string().default(''),
  startsOn: dayShape.nullable().default(null),
  endsOn: dayShape.nullable().default(null),
  state: z.enum(['open', 'closed']).default('open'),
  calls: z.number().int().default(0),
})

export const house = defineKind({
  name: 'house',
  room: 'families',
  shape: houseShape,
  scope: { of: 'family', field: 'id' },
  key: { of: 'family', field: 'id' },
  sealed: ['name', 'note'],
  maps: ['marks'],
  sets: ['staff'],
  bound: [['startsOn', 'endsOn']],
  guarded: ['state', 'calls'],
  verbs: {
    close: defineVerb({
      of: houseShape,
      input: z.strictObject({}),
      run: ({ state }) =>
        state === 'closed' ? refuse('AlreadyClosed') : done({ state: 'closed' as const }),
    }),
    reopen: defineVerb({
      of: houseShape,
      input: z.strictObject({}),
      run: ({ state }) =>
        state === 'open' ? refuse('AlreadyOpen') : done({ state: 'open' as const }),
    }),
    /** Counts: applied twice it would show. */
    call: defineVerb({
      of: houseShape,
      input: z.strictObject({ times: z.number().int().min(1).max(3) }),
      run: ({ calls }, { times }) => done({ calls: calls + times }),
    }),
  },
  rule: ({ startsOn, endsOn }) =>
    startsOn !== null && endsOn !== null && endsOn < startsOn ? refusal('EndsBeforeStart') : null,
})

const visitShape = z.strictObject({
  houseId: z.uuid(),
  day: dayShape,
  note: z.string().default(''),
  mood: z.number().int().min(1).max(5).nullable().default(null),
  ticks: z.array(z.string()).default([]),
})

export const visit = defineKind({
  name: 'visit',
  room: 'families',
  shape: visitShape,
  scope: { of: 'family', field: 'houseId' },
  key: { of: 'family', field: 'houseId' },
  sealed: ['note'],
  sets: ['ticks'],
  references: { houseId: 'house' },
  columns: ['houseId', 'day'],
  ruleNeeds: (after) => [{ kind: 'house', where: { id: after.houseId } }],
  rule: (_after, _before, found) =>
    found.of(house).some(({ state }) => state === 'closed') ? refusal('HouseClosed') : null,
})

export const circle = defineKind({
  name: 'circle',
  room: 'groupwork',
  shape: z.strictObject({
    name: z.string().max(80),
    team: z.array(z.uuid()).default([]),
    place: z.string().default(''),
  }),
  scope: { of: 'group', field: 'id' },
  key: { of: 'group', field: 'id' },
  sets: ['team'],
})

export const turn = defineKind({
  name: 'turn',
  room: 'groupwork',
  shape: z.strictObject({
    circleId: z.uuid(),
    houseId: z.uuid(),
    presence: z.enum(['present', 'remote', 'absent']).nullable().default(null),
    note: z.string().default(''),
    points: z.record(z.string(), z.number()).default({}),
  }),
  scope: { of: 'group', field: 'circleId' },
  key: { of: 'family', field: 'houseId' },
  sealed: ['note'],
  maps: ['points'],
  references: { circleId: 'circle', houseId: 'house' },
  columns: ['circleId', 'houseId'],
})

export const notice = defineKind({
  name: 'notice',
  room: 'access',
  shape: z.strictObject({ title: z.string().max(80), body: z.string().default('') }),
  scope: { of: 'agency' },
  key: { of: 'agency' },
})

export const caseKinds: readonly Kind[] = [house, visit, circle, turn, notice]

export function caseKindByName(name: string): Kind | null {
  return caseKinds.find((kind) => kind.name === name) ?? null
}

export function visitIdOf(houseId: string, day: string): string {
  return deriveId('visit', houseId, day)
}

export function turnIdOf(circleId: string, houseId: string): string {
  return deriveId('turn', circleId, houseId)
}
