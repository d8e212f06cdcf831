import { describe, expect, it } from 'vitest'
import { context, foundWith } from '../families/cases/family-world.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { countPicture, pictureCheck, type PictureCheck } from './picture-check.ts'

type Replies = PictureCheck['answers']
const person = { who: 'caregiver', age: 'from60' } as const
const checkOf = (answers: Replies, on = '2026-03-10') =>
  pictureCheck.read(fieldsAsJson({ ...person, on, answers }))
const people = (count: number, answers: Replies) =>
  Array.from({ length: count }, () => checkOf(answers))
const refusalOf = (check: PictureCheck) =>
  pictureCheck.rule(fieldsAsJson(check), null, foundWith([]), context)?.id

describe('a picture is checked by asking what it shows [CON-13]', () => {
  it('on a day that has come, and with one picture at least', () => {
    expect(refusalOf(checkOf({ ball: 'named' }))).toBeUndefined()
    expect(refusalOf(checkOf({ ball: 'named' }, '2026-03-11'))).toBe('DateInFuture')
    expect(refusalOf(checkOf({}))).toBe('NoPictureAsked')
  })

  it('knows no person and no picture that is not ours', () => {
    expect(pictureCheck.parse({ ...person, on: '2026-03-10', name: '王小明' }).ok).toBe(false)
    const strange = fieldsAsJson({ ...person, on: '2026-03-10', answers: { cat: 'named' } })
    expect(pictureCheck.parse(strange).ok).toBe(false)
  })

  it('counts who was asked about this picture and nobody else', () => {
    const checks = [
      checkOf({ ball: 'named', kite: 'named' }),
      checkOf({ ball: 'other' }),
      checkOf({ ball: 'unknown' }),
      checkOf({ kite: 'named' }),
    ]
    const counted = { asked: 3, named: 1, other: 1, unknown: 1, reading: 'few' }
    expect(countPicture(checks, 'ball')).toEqual(counted)
    expect(countPicture(checks, 'moon')).toMatchObject({ asked: 0, reading: 'untried' })
  })

  it.each([
    [9, 0, 'few'],
    [10, 0, 'clear'],
    [17, 3, 'clear'],
    [84, 16, 'enough'],
    [67, 33, 'enough'],
    [66, 34, 'unclear'],
    [0, 10, 'unclear'],
  ] as const)('%i who name it and %i who do not: %s', (named, not, reading) => {
    const checks = [...people(named, { ball: 'named' }), ...people(not, { ball: 'unknown' })]
    expect(countPicture(checks, 'ball').reading).toBe(reading)
  })
})
