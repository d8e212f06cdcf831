import { expect, test } from 'vitest'
import { withBothNames } from './field-values.ts'
import { formerNames } from './former-names.ts'
import { groupPlanFields } from './papers/group-plan.ts'
import { findField, hasField } from './template-field.ts'

const within = groupPlanFields.find(({ id }) => id === 'staffCleared')?.within ?? ''

const [former = ''] = formerNames['staffCleared'] ?? []

test('an agency’s own template that calls a field by its former name is filled as ever [PAP-7]', () => {
  expect(findField(groupPlanFields, former, [within])?.id).toBe('staffCleared')
  expect(former).not.toBe('')
  expect(hasField(groupPlanFields, former)).toBe(true)
  const filled = withBothNames({ staffCleared: '2026-01-02' }, groupPlanFields)
  expect(filled).toEqual({
    staffCleared: '2026-01-02',
    无犯罪记录查询: '2026-01-02',
    [former]: '2026-01-02',
  })
})
