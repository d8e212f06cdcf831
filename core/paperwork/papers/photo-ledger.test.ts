import { expect, test } from 'vitest'
import { decided, ids, idOf } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { seat } from '../../groupwork/seat.ts'
import { paperInput } from '../cases/paper-input.ts'
import { fillPhotoLedger } from './photo-ledger.ts'

const member = {
  ...seat.read(
    fieldsAsJson({
      groupId: idOf(1),
      familyId: ids.family,
      personId: ids.child,
      displayName: '小明',
      strand: 'child',
      joinedOn: '2026-01-01',
    }),
  ),
  id: idOf(50),
}

function stateOn(madeOn: string): unknown {
  const photoConsents = [decided({ purpose: 'photo', withdrawnOn: '2026-03-05' })]
  const { children } = fillPhotoLedger(paperInput({ seats: [member], photoConsents, madeOn }))
  return Array.isArray(children) ? children[0] : null
}

test('a child whose consent to photographs is taken back stands as withdrawn from that day on', () => {
  const withdrawn = expect.objectContaining({ photoSince: '2026-03-05' })
  expect(stateOn('2026-03-05')).toEqual(withdrawn)
  expect(stateOn('2026-03-04')).not.toEqual(stateOn('2026-03-05'))
})
