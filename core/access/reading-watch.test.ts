import { expect, test } from 'vitest'
import { type OneReading, watchReadings } from './reading-watch.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString()
const read = (staffId: string, familyId: string, minute = 0, urgent = false): OneReading => ({
  staffId,
  familyId,
  at: at(minute),
  urgent,
})
const families = Array.from({ length: 30 }, (_, no) => ({
  familyId: `f${no}`,
  staff: no < 25 ? ['own'] : [],
  village: no === 26 ? 'Z 村' : 'Y 村',
  names: no === 27 ? ['李小明'] : ['王小明'],
}))
const person = (staffId: string, name: string, oversees = false) => ({
  staffId,
  name,
  oversees,
  homeVillage: 'Z 村',
})

test('[RIG-22] who reads only their own families is not listed', () => {
  const readings = [read('own', 'f1'), read('own', 'f2', 5)]
  expect(watchReadings(readings, families, [person('own', '李敏')])).toEqual([])
})

test('[RIG-22] counts families that are not one’s own, of one’s surname and of one’s village, each once', () => {
  const readings = ['f1', 'f26', 'f26', 'f27', 'f28'].map((id, no) => read('own', id, no))
  expect(watchReadings(readings, families, [person('own', '李敏')])).toEqual([
    {
      staffId: 'own',
      opened: 4,
      outside: 3,
      sameSurname: 1,
      sameVillage: 1,
      busiestHour: 4,
      urgent: 0,
    },
  ])
})

test('[RIG-22] whoever answers for all families is not told that they are not theirs; many in an hour are said all the same', () => {
  const readings = Array.from({ length: 22 }, (_, no) => read('chief', `f${no}`, no * 2))
  const [line] = watchReadings(readings, families, [person('chief', '欧阳静', true)])
  expect(line).toMatchObject({ outside: 0, sameSurname: 0, busiestHour: 22 })
  const slow = Array.from({ length: 22 }, (_, no) => read('chief', `f${no}`, no * 4))
  expect(watchReadings(slow, families, [person('chief', '欧阳静', true)])).toEqual([])
})
