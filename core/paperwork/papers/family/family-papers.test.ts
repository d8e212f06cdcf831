import { describe, expect, it } from 'vitest'
import { ids } from '../../../families/cases/family-world.ts'
import {
  bareFile,
  familyNames,
  familyPaperInput,
  fullFile,
} from '../../cases/family-paper-world.ts'
import { withRecords } from '../../cases/family-paper-records.ts'
import { paperWording } from '../../cases/paper-wording.ts'
import type { FieldValue, FieldValues } from '../../field-values.ts'
import { paperFields } from '../fill-paper.ts'
import { type FamilyPaperForm, familyPaperForms, familyPapers } from '../paper-forms.ts'
import type { FamilyPaperInput } from './family-paper-input.ts'
import { buildFamilyPaper } from './fill-family-paper.ts'

function valuesOf(form: FamilyPaperForm, changes: Partial<FamilyPaperInput> = {}): FieldValues {
  const paper = buildFamilyPaper(form, familyPaperInput({ ...withRecords(), ...changes }))
  if (paper === null) throw new Error('no paper')
  return paper.values
}

/** `list.field` for what stands in a list. */
function namesIn(values: FieldValues): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (within: string, some: FieldValues): void => {
    for (const [id, value] of Object.entries(some)) {
      found.add(within + id)
      if (isList(value)) for (const row of value) add(`${id}.`, row)
    }
  }
  add('', values)
  return found
}

function isList(value: FieldValue): value is readonly FieldValues[] {
  return Array.isArray(value)
}

function linesOf(values: FieldValues, list: string): readonly FieldValues[] {
  const found = values[list]
  if (found === undefined || !isList(found)) throw new Error(`${list} is no list`)
  return found
}

const bare = (): Partial<FamilyPaperInput> => ({
  file: bareFile(),
  ...{ visit: null, plan: null, assessment: null, adultId: null },
})

describe.each(familyPaperForms)('%s', (form) => {
  it('fills every field that its list of fields names, and no other [PAP-15]', () => {
    const declared = paperFields[form].map(({ id, within }) =>
      within === null ? id : `${within}.${id}`,
    )
    const pictures = paperFields[form].filter(({ kind }) => kind === 'picture')
    const filled = namesIn(valuesOf(form))
    expect([...filled].filter((name) => !declared.includes(name))).toEqual([])
    const open = ['purposes.', 'times.'].concat(pictures.map(({ id }) => id))
    expect(
      declared.filter((name) => !filled.has(name) && !open.some((part) => name.startsWith(part))),
    ).toEqual([])
  })

  it('is a paper to write on where nothing is on record [PAP-15]', () => {
    const text = JSON.stringify(valuesOf(form, bare()))
    expect(text).not.toMatch(/undefined|null|notAsked|[a-z]+:[a-z]+[A-Z.]/)
    expect(text).toContain('Z-07')
  })

  it('is none for a child of another family', () => {
    const about = { childId: ids.grandmother }
    expect(buildFamilyPaper(form, familyPaperInput(about))).toBeNull()
  })

  it('has a title that names nobody [PAP-8]', () => {
    const paper = buildFamilyPaper(form, familyPaperInput())
    expect(paper?.title).not.toContain(familyNames.child)
    expect(paper?.title).toMatch(/^Z-07/)
  })
})

describe('the register sheet of a child', () => {
  it('ticks what is on record and leaves open what nobody asked', () => {
    expect(valuesOf('childRegister')).toMatchObject({
      sex: '■\u00a0男　□\u00a0女',
      ruralHukou: '■\u00a0是　□\u00a0否',
      bothAway: '■\u00a0是　□\u00a0否',
      guardianshipGrade: '□\u00a0较好　■\u00a0一般　□\u00a0差',
    })
    expect(valuesOf('childRegister', bare())).toMatchObject({
      sex: '□\u00a0男　□\u00a0女',
      ruralHukou: '□\u00a0是　□\u00a0否',
      bothAway: '□\u00a0是　□\u00a0否',
      delegated: '□\u00a0是　□\u00a0否',
      guardianshipGrade: '□\u00a0较好　□\u00a0一般　□\u00a0差',
    })
  })

  it('sorts grandparents by records of kinship, never by a name; who died is said', () => {
    expect(linesOf(valuesOf('childRegister'), 'grandparents')).toMatchObject([
      { grandparentRelation: '祖父', grandparentName: `${familyNames.grandfather} 已去世` },
      { grandparentRelation: '祖母', grandparentName: familyNames.grandmother },
      { grandparentRelation: '外祖父', grandparentName: '' },
      { grandparentRelation: '外祖母', grandparentName: '' },
      { grandparentRelation: '祖辈', grandparentName: familyNames.otherGrandmother },
    ])
  })

  it('writes the place of work as fine as the city', () => {
    expect(linesOf(valuesOf('childRegister'), 'parents')[1]).toMatchObject({
      parentRelation: '母亲',
      parentPlace: '广东省 东莞市',
      parentReturn: '一年回来一次',
    })
  })

  it('says that one is away and the other not able only where that is known', () => {
    const file = fullFile()
    const father = { livesHere: true, guardianCapacity: 'incapable' } as const
    const atHome = {
      ...file,
      people: file.people.map((one) => (one.id === ids.father ? { ...one, ...father } : one)),
      migrations: file.migrations.filter(({ personId }) => personId !== ids.father),
    }
    expect(valuesOf('childRegister', { file: atHome })).toMatchObject({
      bothAway: '□\u00a0是　■\u00a0否',
      oneAway: '■\u00a0是　□\u00a0否',
      incapable: familyNames.father,
    })
    expect(valuesOf('childRegister')).toMatchObject({
      oneAway: '□\u00a0是　■\u00a0否',
      incapable: '',
    })
  })
})

describe('the agreement on entrusted care', () => {
  it('names the parties, why, and since when, and tells school and village committee', () => {
    const values = valuesOf('careAgreement')
    expect(values).toMatchObject({ careSince: '2024年3月1日', childHeard: '■\u00a0是　□\u00a0否' })
    expect(values['reason']).toContain('母亲从2024年2月20日起在广东省 东莞市务工。')
    expect(linesOf(values, 'trustees')).toMatchObject([
      { trusteeName: familyNames.grandmother, trusteeAge: '66' },
    ])
    expect(linesOf(values, 'receivers').map(({ receiver }) => receiver)).toEqual([
      '示例镇中心小学',
      '风筝村村民（居民）委员会',
    ])
  })

  it('says nothing of how often they were in contact: that is a sign for help, no evidence', () => {
    expect(linesOf(valuesOf('careAgreement'), 'contacts')).toMatchObject([
      { contactName: familyNames.mother, contactBest: '晚上八点以后' },
      { contactName: familyNames.father, contactBest: '' },
    ])
  })

  it('leaves every bar of the law to be found out by people', () => {
    const answers = linesOf(valuesOf('careAgreement'), 'bars').map(({ barAnswer }) => barAnswer)
    expect(answers).toHaveLength(4)
    expect(answers.join('')).not.toContain('■')
  })

  it('is written in English as well', () => {
    const values = valuesOf('careAgreement', { wording: paperWording('en') })
    expect(values['reason']).toContain('works away')
  })
})

describe('plan and assessment', () => {
  it('of one adult stand under the adult, who is nobody’s child', () => {
    const { plan } = withRecords()
    if (plan === null) throw new Error('no plan')
    const child = { id: ids.mother, name: familyNames.mother }
    const ofMother = { ...plan, described: { ...plan.described, child, adult: null } }
    expect(valuesOf('servicePlan', { plan: ofMother, childId: null })).toMatchObject({
      childName: '',
      adultName: familyNames.mother,
    })
  })

  it('says where the adult was when it was settled, a draft where they are now [PRF-7]', () => {
    const { assessment } = withRecords()
    if (assessment === null) throw new Error('no assessment')
    const file = { ...fullFile(), migrations: [] }
    const awayIn = (state: 'draft' | 'settled') =>
      valuesOf('needsAssessment', {
        ...{ file, assessment: { ...assessment, profile: { ...assessment.profile, state } } },
      })['adultAway']
    expect(awayIn('draft')).toBe('')
    expect(awayIn('settled')).toContain('2024年2月20日')
  })
})

describe('words of a paper', () => {
  it('are those of the screen that it is typed into', () => {
    const { translate } = paperWording('zh-CN')
    const visit = valuesOf('homeVisit')
    expect(visit['mood']).toContain(`■\u00a0${translate('observation:mood.2')}`)
    expect(linesOf(visit, 'safety')[0]).toMatchObject({
      safetyPoint: translate('observation:safety.adultAtNight'),
    })
    const profile = valuesOf('needsAssessment')
    expect(profile['risk']).toContain(translate('assessment:profile.risk.raise'))
    expect(linesOf(profile, 'strengths')[0]).toMatchObject({
      strengthKind: translate('assessment:profile.strengthOf.child'),
    })
  })

  it('say days as the language writes them', () => {
    expect(valuesOf('homeVisit')['visitOn']).toBe('2026年5月20日')
    const english = { wording: paperWording('en') }
    expect(valuesOf('homeVisit', english)['visitOn']).toBe('May 20, 2026')
  })

  it('say of a draft that it is one [PRF-7]', () => {
    expect(valuesOf('needsAssessment')['settledOn']).toBe('草稿，还没有定稿')
  })

  it('call a grandmother by her side where it is on record', () => {
    expect(linesOf(valuesOf('careAgreement'), 'trustees')).toMatchObject([
      { trusteeRelation: '奶奶' },
    ])
  })
})

describe('a paper by code [PAP-20]', () => {
  it.each(
    familyPaperForms.filter((form) => familyPapers[form].byCode),
  )('%s has no name, telephone, village or school', (form) => {
    const text = JSON.stringify(valuesOf(form, { byCode: true }))
    for (const secret of [...Object.values(familyNames), '13900001111', '风筝村', '示例镇'])
      expect(text).not.toContain(secret)
  })

  it('does not touch papers that are none without names', () => {
    expect(JSON.stringify(valuesOf('childRegister', { byCode: true }))).toContain(familyNames.child)
  })
})
