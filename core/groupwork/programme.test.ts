import { describe, expect, it } from 'vitest'
import { foundIn } from '../sync/find-needs.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { context } from './cases/group-case.ts'
import { readProgrammeFile, writeProgrammeFile } from './programme-file.ts'
import { programme } from './programme.ts'

const own = programme.read({ code: 'own', version: '1', title: 'Our way' })
const run = (verb: 'retire' | 'restore', fields: object) =>
  programme.verbs[verb]?.run(fieldsAsJson(fields), {}, foundIn([]), context)

describe('a programme that is no longer used [GRP-55]', () => {
  it('is retired on a day and brought back', () => {
    expect(run('retire', own)).toEqual({ ok: true, value: { retiredOn: context.today } })
    const retired = { ...own, retiredOn: '2026-05-01' }
    expect(run('restore', retired)).toEqual({ ok: true, value: { retiredOn: null } })
    expect(run('retire', retired)).toMatchObject({ refusal: { id: 'ProgrammeIsRetired' } })
    expect(run('restore', own)).toMatchObject({ refusal: { id: 'ProgrammeNotRetired' } })
  })

  it('is not born retired, and its file says nothing of this shelf', () => {
    const retired = { ...own, retiredOn: '2026-05-01' }
    expect(programme.rule(fieldsAsJson(retired), null, foundIn([]), context)?.id).toBe(
      'FieldNeedsVerb',
    )
    expect(writeProgrammeFile(retired)).not.toContain('retiredOn')
    expect(readProgrammeFile(writeProgrammeFile(retired)).ok).toBe(true)
  })
})
