import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { sessionShape } from './plan-shape.ts'
import { readProgrammeFile, writeProgrammeFile } from './programme-file.ts'
import { counterpartOf, proposeName, refuseKnownName, whyKept } from './programme-shelf.ts'
import { addSession, moveItem, moveSession, removeSession } from './programme-sessions.ts'
import { parseProgramme } from './programme-parse.ts'
import { programmeShape, type Programme } from './programme.ts'

const folder = join(import.meta.dirname, '../../content/programmes/parent-child-1-plus-1/zh-CN')
const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'))
const whole = parseProgramme(
  read('programme.yaml'),
  [1, 2, 3].map((no) => read(`session-${no}.yaml`)),
)
if (!whole.ok) throw new Error('the shipped programme does not parse')
const own: Programme = whole.value
const named = (code: string, version: string, language: 'zh-CN' | 'en' = 'zh-CN') => ({
  ...programmeShape.parse({ code, version, language, title: 'T' }),
  id: `${code} ${version} ${language}`,
})

function changeFile(change: (programme: Record<string, unknown>) => void): string {
  const file: { programme: Record<string, unknown> } = JSON.parse(writeProgrammeFile(own))
  change(file.programme)
  return JSON.stringify(file)
}

describe('a programme as one file', () => {
  it('comes back as it was, every word of it [GRP-43]', () => {
    expect(readProgrammeFile(writeProgrammeFile(own))).toEqual({ ok: true, value: own })
  })

  it('carries nothing of the record it was written from [GRP-43]', () => {
    const record = { ...own, id: 'a record id', marks: ['unsent'] }
    expect(readProgrammeFile(writeProgrammeFile(record))).toEqual({ ok: true, value: own })
  })

  it('keeps markup as text [GRP-43]', () => {
    const title = '<img src=x onerror=alert(1)><script>1</script>'
    const back = readProgrammeFile(changeFile((programme) => Object.assign(programme, { title })))
    expect(back.ok && back.value.title).toBe(title)
  })

  it('is refused with the first wrong place named [GRP-43]', () => {
    const file = JSON.parse(writeProgrammeFile(own))
    file.programme.sessions[1].strands.joint.segments[2].minutes = 'twenty'
    const path = 'sessions.1.strands.joint.segments.2.minutes'
    expect(readProgrammeFile(JSON.stringify(file))).toEqual({
      ok: false,
      refusal: { id: 'ProgrammeFileWrong', details: { path } },
    })
  })

  it('is refused with an unknown picture, an unknown field or a number that is there twice [GRP-43]', () => {
    const file = JSON.parse(writeProgrammeFile(own))
    file.programme.sessions[0].strands.child.cueCard.picture = 'dragon'
    const wrong = readProgrammeFile(JSON.stringify(file))
    const odd = readProgrammeFile(changeFile((programme) => Object.assign(programme, { run: '1' })))
    const twice = readProgrammeFile(
      changeFile((programme) =>
        Object.assign(programme, { sessions: [own.sessions[0], own.sessions[0]] }),
      ),
    )
    expect([wrong, odd, twice].map((one) => !one.ok && one.refusal)).toEqual([
      { id: 'ProgrammeFileWrong', details: { path: 'sessions.0.strands.child.cueCard.picture' } },
      { id: 'ProgrammeFileWrong', details: { path: 'run' } },
      { id: 'SessionNumberTwice', details: { no: 1 } },
    ])
  })

  it.each([
    '',
    'a letter',
    '[]',
    '{"kiteline":"instrument"}',
    '{"kiteline":"programme","edition":2,"programme":{}}',
    changeFile((programme) => Object.assign(programme, { title: 'a\0b' })),
  ])('is not any other file: %j', (text) => {
    expect(readProgrammeFile(text)).toEqual({
      ok: false,
      refusal: { id: 'NotAProgrammeFile', details: {} },
    })
  })
})

describe('the shelf', () => {
  const shelf = [named('our-group', '1'), named('our-group', '2'), named('our-group', '1', 'en')]

  it('keeps what we ship and what a group was planned from as it is [GRP-41]', () => {
    const groups = [{ programmeId: 'our-group 1 zh-CN' }, { programmeId: null }]
    expect(whyKept(named('parallel-group-8', '1.0'), [])).toBe('shipped')
    expect(shelf.map((one) => whyKept(one, groups))).toEqual(['used', null, null])
  })

  it('takes no second template of the same code, version and language [GRP-41]', () => {
    expect(refuseKnownName(shelf, named('our-group', '2'))?.id).toBe('ProgrammeKnown')
    expect(refuseKnownName(shelf, named('our-group', '2', 'en'))).toBeNull()
  })

  it('proposes a free name for a copy [GRP-41]', () => {
    expect(proposeName(shelf, named('our-group', '1'))).toEqual({ code: 'our-group', version: '3' })
    expect(proposeName(shelf, named('parallel-group-8', '1.0'))).toEqual({
      code: 'parallel-group-8-own',
      version: '1',
    })
  })

  it('knows the same template in the other language', () => {
    expect(counterpartOf(shelf, named('our-group', '1'))?.id).toBe('our-group 1 en')
    expect(counterpartOf(shelf, named('our-group', '2'))).toBeNull()
  })
})

describe('building a programme', () => {
  const themes = (sessions: Programme['sessions']) =>
    sessions.map(({ no, theme }) => `${no} ${theme}`)
  const sessions = ['a', 'b', 'c'].map((theme, at) =>
    sessionShape.parse({ no: at + 1, stage: 'forming', form: 'joint', theme, strands: {} }),
  )

  it('numbers the sessions anew after every change of order [GRP-42]', () => {
    expect(themes(moveSession(sessions, 2, -1))).toEqual(['1 a', '2 c', '3 b'])
    expect(themes(removeSession(sessions, 0))).toEqual(['1 b', '2 c'])
    expect(themes(addSession(sessions, 0, 'parallel', 'new'))).toEqual([
      '1 a',
      '2 new',
      '3 b',
      '4 c',
    ])
    expect(themes(addSession([], -1, 'joint', 'new'))).toEqual(['1 new'])
  })

  it('leaves the first and the last where they are', () => {
    expect(moveItem(['x', 'y'], 0, -1)).toEqual(['x', 'y'])
    expect(moveItem(['x', 'y'], 1, 1)).toEqual(['x', 'y'])
  })
})
