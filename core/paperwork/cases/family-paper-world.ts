// One family's file as its papers read it: with everything on record, and with nothing but a child's name.
import { born, bound, noRecords } from '../../assessment/drawing/cases/drawn-family.ts'
import { systemTie } from '../../assessment/drawing/facts/system-tie.ts'
import { availability } from '../../families/availability.ts'
import {
  bond,
  idOf,
  ids,
  pairWith,
  somebody,
  stay,
  theChild,
} from '../../families/cases/family-world.ts'
import { family } from '../../families/family.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { FamilyOnPaper } from '../papers/family-on-paper.ts'
import type { FamilyPaperInput } from '../papers/family/family-paper-input.ts'
import { paperWording } from './paper-wording.ts'

export const familyNames = {
  child: '李小明',
  mother: '陈芳',
  father: '李建国',
  grandmother: '王秀珍',
  grandfather: '李有福',
  otherGrandmother: '赵桂英',
} as const

const { people: _people, migrations: _migrations, ...nothingDrawn } = noRecords

const phones = { mother: '13900001111', grandmother: '13900002222' } as const
const grandfatherId = idOf(15)
const otherGrandmotherId = idOf(16)

/** Nothing is known but that there is a child. */
export function bareFile(): FamilyOnPaper {
  const its = { code: 'Z-07', registeredOn: '2026-01-05' }
  return {
    family: { ...family.read(fieldsAsJson(its)), id: ids.family },
    people: [theChild({ name: familyNames.child, bornOn: null, livesHere: null })],
    migrations: [],
    availabilities: [],
    consents: [],
    memberLines: [],
    goals: [],
    ratings: [],
    statedChanges: [],
    drawn: { ...nothingDrawn, ties: [] },
  }
}

function everybody(): FamilyOnPaper['people'] {
  const { mother, father, grandmother } = ids
  return [
    theChild({
      ...{ name: familyNames.child, sex: 'male', ethnicity: '汉族', ruralHukou: true },
      ...{
        hukouPlace: '示例镇风筝村',
        health: 'ill',
        healthNote: '轻度哮喘',
        schooling: 'primary',
      },
      ...{ school: '示例镇中心小学', grade: '五年级', boarding: false },
    }),
    somebody(mother, {
      ...{ name: familyNames.mother, sex: 'female', bornOn: '1988-04-02', phone: phones.mother },
      ...{ livesHere: false, guardianCapacity: 'capable' },
    }),
    somebody(father, {
      name: familyNames.father,
      sex: 'male',
      bornOn: '1986-09-12',
      livesHere: false,
    }),
    somebody(grandmother, {
      ...{
        name: familyNames.grandmother,
        role: 'grandparent',
        sex: 'female',
        bornOn: '1960-01-20',
      },
      ...{ phone: phones.grandmother, guardianCapacity: 'capable' },
    }),
    somebody(grandfatherId, {
      ...{ name: familyNames.grandfather, role: 'grandparent', sex: 'male', alive: false },
    }),
    somebody(otherGrandmotherId, {
      ...{
        name: familyNames.otherGrandmother,
        role: 'grandparent',
        sex: 'female',
        livesHere: false,
      },
    }),
  ]
}

export function fullFile(): FamilyOnPaper {
  const bare = bareFile()
  const { child, mother, father, grandmother } = ids
  const best = { familyId: ids.family, personId: mother, bestWindow: '晚上八点以后' }
  const school = {
    familyId: ids.family,
    system: 'school',
    name: '示例镇中心小学',
    strength: 'strong',
  }
  const care = { kind: 'caregiver', basis: 'writtenEntrustment', since: '2024-03-01' } as const
  return {
    ...bare,
    family: {
      ...bare.family,
      village: '风筝村',
      township: '示例镇',
      incomeSources: ['farming', 'migrantWork'],
      aid: ['dibao'],
    },
    people: everybody(),
    migrations: [
      stay(mother, { province: '广东省', city: '东莞市', returnRhythm: 'yearly', work: '电子厂' }),
      stay(father, { province: '浙江省', city: '宁波市', since: '2023-08-01' }),
    ],
    availabilities: [availability.read(fieldsAsJson(best))],
    drawn: {
      ...nothingDrawn,
      guardianships: [
        bond(mother),
        bond(father),
        bond(grandmother, { ...care, childHeard: true, grade: 'fair' }),
      ],
      pairs: [
        pairWith(mother, 'mother'),
        pairWith(father, 'father'),
        pairWith(grandmother, 'grandmother'),
      ],
      couples: [bound(mother, father), bound(grandmother, grandfatherId)],
      parentages: [
        born(mother, child),
        born(father, child),
        born(grandmother, father),
        born(grandfatherId, father),
      ],
      ties: [{ ...systemTie.read(fieldsAsJson(school)), id: idOf(900) }],
    },
  }
}

export function familyPaperInput(changes: Partial<FamilyPaperInput> = {}): FamilyPaperInput {
  return {
    agency: { name: 'Star Centre (fictional)', county: '', sample: true },
    file: fullFile(),
    workers: ['Worker A (fictional)'],
    childId: ids.child,
    ...{ adultId: null, visit: null, plan: null, assessment: null },
    byCode: false,
    notice: { version: '', purposes: [] },
    madeOn: '2026-06-01',
    madeBy: 'Worker A (fictional)',
    wording: paperWording('zh-CN'),
    ...changes,
  }
}
