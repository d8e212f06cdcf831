import { Select } from '@mantine/core'
import { useNavigate } from 'react-router'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { compareNames, text } from '../kit/index.ts'
import { useMayAct, useRecords } from '../sync/index.ts'

/** From the list of cases to the intake of a new one: who it is about is chosen there, among those of the child's family. */
export function OpenCase() {
  const navigate = useNavigate()
  const may = useMayAct()
  const files = new Map(useRecords(family, { state: 'open' }).map((file) => [file.id, file]))
  const children = useRecords(person, { role: 'child' })
    .filter(
      ({ familyId }) => files.has(familyId) && may('caseFile', 'create', `family:${familyId}`),
    )
    .toSorted((left, right) => compareNames(left.name, right.name))
  if (children.length === 0) return null
  const data = children.map(({ id, name, familyId }) => ({
    value: id,
    label: `${name} · ${files.get(familyId)?.code ?? ''}`,
  }))
  return (
    <Select
      label={text('casework:list.openFor')}
      placeholder={text('casework:list.openForHint')}
      data={data}
      value={null}
      searchable
      nothingFoundMessage={text('casework:list.noChild')}
      onChange={(chosen) => {
        const child = children.find(({ id }) => id === chosen)
        if (child !== undefined) void navigate(`/casework/families/${child.familyId}/new`)
      }}
      maw={360}
    />
  )
}
