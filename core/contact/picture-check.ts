import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { type PictureId, pictureShape } from '../kit/pictures.ts'
import { defineKind } from '../sync/kind.ts'

export const pictureReplies = ['named', 'other', 'unknown'] as const
export const askedPeople = ['child', 'parent', 'caregiver', 'other'] as const
export const askedAges = ['under10', 'from10', 'from18', 'from60'] as const

const pictureCheckShape = z.strictObject({
  on: dayShape,
  who: z.enum(askedPeople),
  age: z.enum(askedAges),
  answers: z.partialRecord(pictureShape, z.enum(pictureReplies)).default({}),
})
export type PictureCheck = z.infer<typeof pictureCheckShape>

/** One person was shown our pictures without words and asked what they show. Nobody's name: what kind of person, and how old about. */
export const pictureCheck = defineKind({
  name: 'pictureCheck',
  room: 'contact',
  shape: pictureCheckShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  maps: ['answers'],
  columns: ['on'],
  /** CON-13: what was asked was asked on a day that has come, and of one picture at least. */
  rule: (after, _before, _found, context) => {
    if (after.on > context.today) return refusal('DateInFuture', { field: 'on', day: after.on })
    return Object.keys(after.answers).length === 0 ? refusal('NoPictureAsked') : null
  },
})

export type PictureReading = 'untried' | 'few' | 'unclear' | 'enough' | 'clear'

export interface PictureCount {
  readonly asked: number
  readonly named: number
  readonly other: number
  readonly unknown: number
  readonly reading: PictureReading
}

/** Below ten people one answer more or less would turn the word over: counts are shown and nothing is judged (our own rule). */
const fewest = 10
/** The shares that studies of pictograms go by: 67 % (ISO 3864) and 85 % (ANSI Z535.3), as in Saremi et al. 2020, Pharmacy Practice 18(1):1705. */
const [enoughShare, clearShare] = [0.67, 0.85]

/**
 * CON-13: how many were asked what a picture shows, and what they said. `clear` from 85 % who named it, `enough` from 67 %, `unclear`
 * below; `few` where fewer than ten were asked, `untried` where nobody was.
 */
export function countPicture(
  checks: readonly Pick<PictureCheck, 'answers'>[],
  picture: PictureId,
): PictureCount {
  const replies = checks.flatMap(({ answers }) => answers[picture] ?? [])
  const count = (reply: (typeof pictureReplies)[number]): number =>
    replies.filter((one) => one === reply).length
  const [asked, named] = [replies.length, count('named')]
  const counts = { asked, named, other: count('other'), unknown: count('unknown') }
  return { ...counts, reading: readPicture(asked, named) }
}

function readPicture(asked: number, named: number): PictureReading {
  if (asked === 0) return 'untried'
  if (asked < fewest) return 'few'
  const share = named / asked
  if (share >= clearShare) return 'clear'
  return share >= enoughShare ? 'enough' : 'unclear'
}
