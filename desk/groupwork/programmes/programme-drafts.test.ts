import { expect, it } from 'vitest'
import { moveSession } from '../../../core/groupwork/programme-sessions.ts'
import { programmeShape } from '../../../core/groupwork/programme.ts'
import { programmeId } from '../../../core/groupwork/programme-parse.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { draftOfEdit, draftOfNew, readDraft } from './programme-drafts.ts'

const own = programmeShape.parse({
  code: 'our-group',
  version: '1',
  title: 'Ours',
  sessions: [1, 2].map((no) => ({
    no,
    stage: 'forming',
    form: 'parallel',
    theme: `Theme ${no}`,
    strands: {
      guardian: {
        minutes: 40,
        pictureSteps: [
          { picture: 'phone-charging', words: 'Charge it.' },
          { picture: 'rest', words: ' ' },
        ],
      },
    },
  })),
})
const record = {
  ...own,
  retiredOn: null,
  id: programmeId(own),
  marks: { unsent: false, conflicts: [] },
}

it('a copy is a record of its own, named by code, version and language [GRP-41]', () => {
  const copy = draftOfNew([], { ...record, version: '2' })
  expect(copy).toMatchObject({
    ok: true,
    value: { verb: 'create', recordId: programmeId({ ...own, version: '2' }) },
  })
  for (const name of ['marks', 'retiredOn'])
    expect(copy.ok && Object.keys(copy.value.fields ?? {})).not.toContain(name)
})

it('a copy under a name that is taken is refused before it overwrites [GRP-41]', () => {
  expect(draftOfNew([record], own)).toMatchObject({ ok: false, refusal: { id: 'ProgrammeKnown' } })
})

it('an edit carries the new order, drops empty pictures and leaves the name alone [GRP-42]', () => {
  const draft = draftOfEdit(
    record.id,
    { ...record, sessions: moveSession(own.sessions, 1, -1) },
    record,
  )
  expect(draft).toMatchObject({
    verb: 'edit',
    recordId: record.id,
    fields: {
      sessions: [
        {
          no: 1,
          theme: 'Theme 2',
          strands: { guardian: { pictureSteps: [{ words: 'Charge it.' }] } },
        },
        { no: 2, theme: 'Theme 1' },
      ],
    },
  })
  for (const name of ['code', 'version', 'language', 'retiredOn'])
    expect(draft.fields).not.toHaveProperty(name)
})

it('a draft left in the middle of a word comes back with everything else', () => {
  const [first, second] = own.sessions
  const card = { title: '', lines: [''], picture: null }
  const strands = { child: { minutes: 60, cueCard: card, homeTask: '' } }
  const half = {
    ...own,
    safetyRules: ['two adults', ''],
    sessions: [{ ...first, theme: '', strands }, second],
  }
  const back = readDraft(fieldsAsJson(half))
  expect(back?.sessions.map(({ theme }) => theme)).toEqual(['…', 'Theme 2'])
  expect(back?.sessions[0]?.strands.child?.cueCard).toEqual({
    title: '…',
    lines: ['…'],
    picture: null,
  })
  expect(back?.safetyRules).toEqual(['two adults'])
  expect(readDraft({ other: 1 })).toBeNull()
})
