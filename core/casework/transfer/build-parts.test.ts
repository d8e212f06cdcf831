import { describe, expect, it } from 'vitest'
import { servicePlan } from '../../assessment/plan/service-plan.ts'
import { pairProfile } from '../../assessment/profile/pair-profile.ts'
import {
  bond,
  decided,
  idOf,
  ids,
  pairWith,
  somebody,
  stay,
  theChild,
  today,
} from '../../families/cases/family-world.ts'
import { restrictedParty } from '../../families/restricted-party.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { aGoal, caseId, contactWith, mother } from '../cases/case-world.ts'
import { buildParts, digestTransfer } from './build-parts.ts'
import type { TransferRecords } from './part-source.ts'
import { transfer } from './transfer.ts'
import { buildPackage, transferPackageShape } from './transfer-package.ts'
import { listContacts } from './write-people.ts'

const wording = {
  language: 'zh-CN',
  translate: (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    [key.split('.').at(-1) ?? '', ...Object.values(values)].join(' '),
} as const

const profile = {
  ...pairProfile.read(
    fieldsAsJson({
      ...{ familyId: ids.family, pairId: mother.id, no: 1, begunOn: '2026-02-03' },
      ...{ childWords: '我怕爸爸喝酒', riskWords: '夜里有人敲门', summarySelf: '小丽的姐姐话少' },
      harms: { safety: { starter: 'safety', words: '挨过打', how: '' } },
    }),
  ),
  id: idOf(960),
}
const plan = {
  ...servicePlan.read(
    fieldsAsJson({
      ...{ familyId: ids.family, pairId: mother.id, begunOn: '2026-02-12' },
      ...{ aim: '每周通话', goalIds: [aGoal.id] },
    }),
  ),
  id: idOf(961),
}
const sister = somebody(idOf(15), { name: '李小丽', role: 'child' })
const records: TransferRecords = {
  family: { id: ids.family, village: '石坳村', township: '石坳镇' },
  today,
  consents: [],
  restrictions: [],
  people: [
    theChild({ phone: '139' }),
    sister,
    somebody(ids.mother, { name: '陈芳', livesHere: false }),
    somebody(ids.grandmother, { name: '张秀英', role: 'grandparent' }),
  ],
  pairs: [mother, { ...pairWith(ids.mother, 'mother'), id: idOf(399), childId: sister.id }],
  guardianships: [bond(ids.mother), bond(ids.grandmother, { kind: 'caregiver' })],
  migrations: [stay(ids.mother, { province: '广东', city: '东莞' })],
  profiles: [profile],
  plans: [plan],
  goals: [aGoal],
  contacts: [
    contactWith({
      ...{ quotes: '我想死', facts: '手臂有伤', analysis: '可能挨打', riskWords: '高' },
      ...{ aim: '问近况', intervention: '教小丽和妈妈约时间' },
    }),
  ],
  sheets: [],
  instruments: [],
}

const sender = {
  ...{ agencyId: idOf(1), agencyName: '', agencyPhone: '', agencyAddress: '', complaintsTo: '' },
  ...{ worker: '', workerPhone: '', handedOn: today },
}

function transferOf(parts: readonly string[]) {
  const fields = {
    ...{ familyId: ids.family, caseId, draftedById: ids.staff, draftedOn: today },
    ...{ what: 'wholeCase', subjectIds: [ids.child], parts },
  }
  return { ...transfer.read(fieldsAsJson(fields)), id: idOf(950) }
}

const every = ['basics', 'family', 'contacts', 'scores', `profile:${profile.id}`, `plan:${plan.id}`]

describe('what the receiver reads [TRF-9]', () => {
  it('is only what was chosen, in the order in which people read it', () => {
    const titles = (parts: readonly string[]) =>
      buildParts(transferOf(parts), records, wording).map(({ part }) => part.split(':')[0])
    expect(titles([])).toEqual(['ground'])
    expect(titles(['contacts', 'basics'])).toEqual(['ground', 'basics', 'contacts'])
    expect(titles(every)).toEqual([
      'ground',
      'basics',
      'family',
      'profile',
      'plan',
      'contacts',
      'scores',
    ])
  })

  it('says who agreed, what they are to the child, when and how, and what the child wants, without its words [TRF-13]', () => {
    const assent = { answer: 'given', on: today, how: '', view: '想跟妈妈睡' } as const
    const agreed = { purpose: 'transfer', proof: 'witnessedCall', witness: '李主任' } as const
    const from = (more: object): TransferRecords => ({
      ...records,
      consents: [decided({ ...agreed, relation: 'mother', assent, ...more })],
    })
    const its = transferOf([])
    const words = (known: TransferRecords) => JSON.stringify(buildParts(its, known, wording))
    const said = words(from({}))
    for (const told of ['小明', '陈芳', 'mother', '2026-03-01', 'witnessedCall', 'given'])
      expect(said).toContain(told)
    for (const kept of ['想跟妈妈睡', '李主任']) expect(said).not.toContain(kept)
    expect(words(from({ relation: null }))).toContain('mother')
    expect(words(from({ withdrawnOn: today, withdrawnBy: '陈芳' }))).not.toContain('陈芳')
    expect(digestTransfer(its, from({ proof: 'link' }))).not.toBe(digestTransfer(its, from({})))
    const lawful = {
      ground: 'override',
      overrideCategory: 'emergency',
      overrideWords: '当晚',
    } as const
    expect(JSON.stringify(buildParts({ ...its, ...lawful }, records, wording))).toContain(
      'emergency',
    )
  })

  it('says of somebody who has died that they have died, not where they live', () => {
    const people = records.people.map((one) =>
      one.id === ids.grandmother ? { ...one, alive: false } : one,
    )
    const [, family] = buildParts(transferOf(['family']), { ...records, people }, wording)
    const words = family?.lines.map((line) => line.words).join(' ') ?? ''
    expect(words).toContain('张秀英 · dead')
    expect(words).not.toContain('张秀英 · elsewhere')
  })

  it('names guardian, caregiver and where they are', () => {
    const [, family] = buildParts(transferOf(['family']), records, wording)
    const words = family?.lines.map(({ words: said }) => said).join('\n') ?? ''
    expect(words).toContain('陈芳 · awayAt 广东 东莞 · legalGuardian')
    expect(words).toContain('张秀英')
    expect(words).toContain('caregiver')
  })

  it('holds no quote, fact, analysis, risk or harm, and no other child’s name, whatever is chosen', () => {
    const its = transferOf(every)
    const parts = buildParts(its, records, wording)
    const all = JSON.stringify(buildPackage(its, parts, records, sender))
    for (const word of ['我想死', '手臂有伤', '可能挨打', '喝酒', '敲门', '挨过打', '小丽'])
      expect(all).not.toContain(word)
    expect(all).toContain('otherChild')
    expect(all).toContain('问近况')
    expect(all).toContain('每周通话两次')
  })

  it('as a package has contact data of those alone who stand in a chosen part', () => {
    const names = (parts: readonly string[]) => {
      const its = transferOf(parts)
      const made = buildPackage(its, buildParts(its, records, wording), records, sender)
      return transferPackageShape.parse(made).people.map(({ name }) => name)
    }
    expect(names(['scores'])).toEqual([])
    expect(names(['basics'])).toEqual(['小明'])
    expect(names(['basics', 'family'])).toEqual(['小明', '陈芳', '张秀英'])
  })

  it('names no place and no number of anybody else while somebody is kept away, and is agreed to anew [FAM-54]', () => {
    const father = somebody(idOf(16), { name: '李强', phone: '13800001111' })
    const withFather = {
      ...records,
      people: [
        ...records.people.filter(({ id }) => id !== ids.child),
        theChild({ phone: '13911112222', school: '柳溪小学' }),
        father,
      ],
    }
    const fields = { familyId: ids.family, personId: father.id, ground: 'courtOrder' }
    const days = { since: '2026-02-01', reviewOn: '2026-12-01' }
    const keptAway = {
      ...withFather,
      restrictions: [
        { ...restrictedParty.read(fieldsAsJson({ ...fields, ...days })), id: idOf(970) },
      ],
    }
    const its = {
      ...transferOf(every),
      reason: '妈妈在东莞，学校是柳溪小学',
      receiverOrg: '东莞社工站',
    }
    const packed = (from: TransferRecords) =>
      transferPackageShape.parse(buildPackage(its, buildParts(its, from, wording), from, sender))
    const before = JSON.stringify(packed(withFather))
    const after = JSON.stringify({ ...packed(keptAway), receiverOrg: '' })
    for (const told of ['东莞', '柳溪小学', '13911112222']) {
      expect(before).toContain(told)
      expect(after).not.toContain(told)
    }
    expect(packed(keptAway).receiverOrg).toBe('东莞社工站')
    expect(digestTransfer(its, keptAway)).not.toBe(digestTransfer(its, withFather))
  })

  it('packs of those around a child what its lines say and nothing beside them [TRF-9]', () => {
    const born = (id: string) =>
      records.people.map((one) =>
        one.id === id ? { ...one, bornOn: '1988-08-08', sex: 'female' as const } : one,
      )
    const its = transferOf(['basics', 'family'])
    const of = (people: TransferRecords['people']) => listContacts(its, { ...records, people })
    const lines = JSON.stringify(buildParts(its, { ...records, people: born(ids.mother) }, wording))
    expect(lines).not.toContain('1988-08-08')
    expect(of(born(ids.mother))).toEqual(of(records.people))
    expect(of(born(ids.child)).people).toContainEqual(
      expect.objectContaining({ role: 'child', bornOn: '1988-08-08', sex: 'female' }),
    )
    const moved = records.people.map((one) =>
      one.id === ids.mother ? { ...one, role: 'relative' as const } : one,
    )
    expect(digestTransfer(its, { ...records, people: moved })).not.toBe(
      digestTransfer(its, records),
    )
  })

  it('changes its digest with any line, and with nothing else', () => {
    const its = transferOf(every)
    const digest = digestTransfer(its, records)
    expect(digestTransfer({ ...its, parts: its.parts.toReversed() }, records)).toBe(digest)
    expect(digestTransfer({ ...its, followUpOn: today }, records)).toBe(digest)
    expect(digestTransfer({ ...its, reason: '另一个' }, records)).not.toBe(digest)
    const more = {
      ...records,
      contacts: [...records.contacts, { ...contactWith({}), id: idOf(911) }],
    }
    expect(digestTransfer(its, more)).not.toBe(digest)
  })
})
