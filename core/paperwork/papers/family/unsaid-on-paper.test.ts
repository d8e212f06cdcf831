// What nobody recorded stands on no official paper, neither as yes nor as no.
import { describe, expect, it } from 'vitest'
import { ids } from '../../../families/cases/family-world.ts'
import { familyNames, familyPaperInput, fullFile } from '../../cases/family-paper-world.ts'
import type { FamilyOnPaper } from '../family-on-paper.ts'
import type { FamilyPaperForm } from '../paper-forms.ts'
import { buildFamilyPaper } from './fill-family-paper.ts'

const open = '□\u00a0是　□\u00a0否'
const yes = '■\u00a0是　□\u00a0否'
const no = '□\u00a0是　■\u00a0否'

function valuesOf(form: FamilyPaperForm, file: FamilyOnPaper) {
  return buildFamilyPaper(form, familyPaperInput({ file }))?.values ?? {}
}

/** The mother is away; of the father stands what the case says, and no stay. */
function fatherIs(changes: object | null): FamilyOnPaper {
  const file = fullFile()
  const { people, migrations, drawn } = file
  return {
    ...file,
    people: people.flatMap((one) => {
      if (one.id !== ids.father) return [one]
      return changes === null ? [] : [{ ...one, ...changes }]
    }),
    migrations: migrations.filter(({ personId }) => personId !== ids.father),
    drawn: {
      ...drawn,
      pairs: drawn.pairs.filter(({ adultId }) => changes !== null || adultId !== ids.father),
    },
  }
}

function bondsWith(changes: object): FamilyOnPaper {
  const file = fullFile()
  const guardianships = file.drawn.guardianships.map((one) =>
    one.kind === 'caregiver' ? { ...one, childHeard: null, heardAnswer: null, ...changes } : one,
  )
  return { ...file, drawn: { ...file.drawn, guardianships } }
}

describe('one away and the other not able [PAP-20]', () => {
  it.each([
    ['is not on record', null, open],
    ['is on record, but not where', { livesHere: null }, open],
    ['lives elsewhere, nobody knows why', { livesHere: false }, open],
    ['is at home and was not asked after', { livesHere: true, guardianCapacity: 'notAsked' }, open],
    ['is at home and able', { livesHere: true, guardianCapacity: 'capable' }, no],
    ['is at home and not able', { livesHere: true, guardianCapacity: 'incapable' }, yes],
  ] as const)('is ticked only where it is known: the father %s', (_, father, oneAway) => {
    expect(valuesOf('childRegister', fatherIs(father))).toMatchObject({ oneAway })
  })
})

describe('whether the child was heard [FAM-6]', () => {
  it.each([
    ['nobody asked', {}, open],
    ['an older record holds an untouched box', { childHeard: false }, open],
    ['an older record holds a ticked box', { childHeard: true }, yes],
    ['it was answered with yes', { heardAnswer: 'yes' }, yes],
    ['it was answered with no', { heardAnswer: 'no', childHeard: true }, no],
  ] as const)('is printed as it was answered: %s', (_, bond, childHeard) => {
    expect(valuesOf('careAgreement', bondsWith(bond))).toMatchObject({ childHeard })
  })
})

describe('the notice to school and village committee', () => {
  it('says of nobody who is at home that they are away', () => {
    const values = JSON.stringify(
      valuesOf('careAgreement', fatherIs({ livesHere: true }))['receivers'],
    )
    expect(values).toContain(familyNames.mother)
    expect(values).not.toContain(familyNames.father)
  })

  it('leaves a gap where nobody is known to be away', () => {
    const file = { ...fullFile(), migrations: [] }
    expect(JSON.stringify(valuesOf('careAgreement', file)['receivers'])).toContain(
      '父母（监护人）＿＿＿＿＿＿外出',
    )
  })
})
