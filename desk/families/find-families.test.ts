import { describe, expect, it } from 'vitest'
import { family } from '../../core/families/family.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { describeFamilies, type FilterName, searchFamilies } from './find-families.ts'
import type { FamilyFile } from './use-register.ts'

const today = '2026-03-10'
const marks = { unsent: false, conflicts: [], trail: [], removed: false, version: 1 }

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

function file(number: number, village: string, childName: string, away: boolean): FamilyFile {
  const familyId = idOf(number * 100)
  const childId = idOf(number * 100 + 1)
  const motherId = idOf(number * 100 + 2)
  const fatherId = idOf(number * 100 + 3)
  const someone = (id: string, fields: object) => ({
    ...person.read(fieldsAsJson({ familyId, ...fields })),
    ...marks,
    id,
  })
  const pairOf = (adultId: string, relation: string, id: string) => ({
    ...pair.read(fieldsAsJson({ familyId, childId, adultId, relation })),
    ...marks,
    id,
  })
  const stayOf = (personId: string, id: string) => ({
    ...migration.read(fieldsAsJson({ familyId, personId, since: '2024-01-01' })),
    ...marks,
    id,
  })
  return {
    family: {
      ...family.read({ code: `Z-00${number}`, village, registeredOn: today }),
      ...marks,
      id: familyId,
    },
    people: [
      someone(childId, { name: childName, role: 'child', bornOn: '2016-01-01', ruralHukou: true }),
      someone(motherId, { name: '李梅', role: 'parent', livesHere: !away }),
      someone(fatherId, { name: '王大', role: 'parent', livesHere: !away }),
    ],
    migrations: away
      ? [stayOf(motherId, idOf(number * 100 + 4)), stayOf(fatherId, idOf(number * 100 + 5))]
      : [],
    guardianships: [],
    pairs: [
      pairOf(motherId, 'mother', idOf(number * 100 + 6)),
      pairOf(fatherId, 'father', idOf(number * 100 + 7)),
    ],
    consents: [],
  }
}

const lines = describeFamilies(
  [file(1, 'Z村', '王小明', true), file(2, 'Y村', '赵 小红', false)],
  today,
)

function found(asked: string, ...filters: readonly FilterName[]) {
  return searchFamilies(lines, asked, new Set(filters)).map((line) => line.file.family.code)
}

describe('finding a family', () => {
  it('takes part of a name, a village or a number, however it was typed', () => {
    expect(found('小明')).toEqual(['Z-001'])
    expect(found('赵小红')).toEqual(['Z-002'])
    expect(found('ｚ村')).toEqual(['Z-001'])
    expect(found('z-002')).toEqual(['Z-002'])
    expect(found('李梅')).toEqual(['Z-001', 'Z-002'])
    expect(found('')).toEqual(['Z-001', 'Z-002'])
  })

  it('needs every word that was typed', () => {
    expect(found('李梅 小明')).toEqual(['Z-001'])
    expect(found('李梅 小刚')).toEqual([])
  })

  it('narrows by what is computed: both definitions, prompts, who is away', () => {
    expect(found('', 'civilAffairs')).toEqual(['Z-001'])
    expect(found('', 'census')).toEqual(['Z-001'])
    expect(found('', 'prompts')).toEqual(['Z-001'])
    expect(found('', 'away', 'noConsent')).toEqual(['Z-001'])
    expect(found('赵', 'away')).toEqual([])
  })
})
