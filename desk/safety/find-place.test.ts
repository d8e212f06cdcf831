import { expect, it } from 'vitest'
import { deriveId } from '../../core/kit/ids.ts'
import { findPlace, type LookUp, nowhere } from './find-place.ts'

const [familyId, childId, pairId, groupId, meetingId, sheetId] = [
  'family',
  'child',
  'pair',
  'group',
  'meeting',
  'sheet',
].map((name) => deriveId(name))
const known: Readonly<Record<string, ReturnType<LookUp>>> = {
  [String(familyId)]: { kind: 'family', fields: {} },
  [String(childId)]: { kind: 'person', fields: { familyId: familyId ?? '', role: 'child' } },
  [String(pairId)]: { kind: 'pair', fields: { familyId: familyId ?? '', childId: childId ?? '' } },
  [String(meetingId)]: { kind: 'meeting', fields: { groupId: groupId ?? '' } },
  [String(sheetId)]: {
    kind: 'answerSheet',
    fields: { familyId: familyId ?? '', pairId: pairId ?? '' },
  },
}
const place = (address: string) => findPlace(address, (id) => known[id] ?? null)

it('a family’s page prefills the family, a questionnaire’s answers also the child', () => {
  const source = { kind: 'family', id: familyId }
  expect(place(`/families/${familyId}`)).toEqual({ ...nowhere, familyId, source })
  expect(place(`/inquiry/sheets/${sheetId}`)).toEqual({
    ...{ familyId, childId, groupId: null },
    source: { kind: 'answerSheet', id: sheetId },
  })
})

it('a session prefills its group; the last record of the address is where it was pressed', () => {
  expect(place(`/groupwork/meetings/${meetingId}?view=marks`)).toMatchObject({
    groupId,
    source: { kind: 'meeting' },
  })
  expect(place(`/families/${familyId}/people/${childId}`)).toMatchObject({
    childId,
    source: { kind: 'person' },
  })
})

it('a page about nobody, and ids that this device does not know, prefill nothing and block nothing', () => {
  expect(place('/today')).toEqual(nowhere)
  expect(place(`/casework/${deriveId('elsewhere')}`)).toEqual(nowhere)
})
