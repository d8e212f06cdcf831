import { describe, expect, test } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import type { Entry } from '../sync/entry.ts'
import { approval } from './approval.ts'
import { refuseRecord, type Standing } from './standing.ts'

const asker = '00000000-0000-4000-8000-000000000001'
const id = '00000000-0000-4000-8000-000000000002'
const worker: Standing = {
  actor: { agencyId: id, staffId: asker, roles: ['socialWorker'] },
  families: new Set(),
  groups: new Set(),
  leads: new Set(),
  concerns: new Set(),
  reported: new Set(),
  supervisions: new Set(),
}
const fields = fieldsAsJson(
  approval.read({ action: 'archiveFamily', subjectKind: 'family', subjectId: id }),
)
const stored: Entry = {
  kind: 'approval',
  id,
  scope: 'agency',
  position: 1,
  version: 1,
  fields,
  conflicts: [],
  trail: [],
  removed: false,
}

describe('the right to a record', () => {
  test('creating what exists is editing it: who may not edit may not create it a second time', () => {
    expect(refuseRecord(worker, approval, 'create', null, fields, id)).toBe(null)
    const rewritten = { ...fields, reason: 'another reason than the one agreed to' }
    expect(refuseRecord(worker, approval, 'edit', stored, rewritten, id)?.id).toBe('NotAllowed')
    expect(refuseRecord(worker, approval, 'create', stored, rewritten, id)?.id).toBe('NotAllowed')
  })
})
