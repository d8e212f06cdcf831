import { MultiSelect } from '@mantine/core'
import { family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import { formatList, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'

/** File number and children of each family that this person may read; another one is named by the end of its number alone. */
function useFamilyNames(): {
  readonly readable: readonly { readonly id: string; readonly name: string }[]
  readonly nameOf: (id: string) => string
} {
  const families = useRecords(family)
  const children = useRecords(person).filter(({ role }) => role === 'child')
  const readable = families
    .map(({ id, code }) => {
      const names = children.flatMap((one) => (one.familyId === id ? [one.name] : []))
      return { id, name: [code, formatList(names)].filter((part) => part !== '').join(' · ') }
    })
    .toSorted((left, right) => left.name.localeCompare(right.name))
  return {
    readable,
    nameOf: (id) =>
      readable.find((one) => one.id === id)?.name ??
      text('accountability:request.otherFamily', { id: id.slice(-6) }),
  }
}

/** FAM-64: which files are named, so that the words go when one of them is erased. */
export function DisclosureFamilies({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[]
  readonly onChange: (familyIds: string[]) => void
}) {
  const { readable, nameOf } = useFamilyNames()
  const ids = [...new Set([...readable.map(({ id }) => id), ...chosen])]
  return (
    <MultiSelect
      label={text('accountability:request.families')}
      description={text('accountability:request.familiesHint')}
      searchable
      clearable
      hidePickedOptions
      maxValues={200}
      nothingFoundMessage={text('accountability:request.noFamily')}
      data={ids.map((id) => ({ value: id, label: nameOf(id) }))}
      value={[...chosen]}
      onChange={onChange}
    />
  )
}

export function DisclosureFamilyNames({ familyIds }: { readonly familyIds: readonly string[] }) {
  const { nameOf } = useFamilyNames()
  return familyIds.length === 0
    ? text('accountability:request.noFamilies')
    : familyIds.map((id) => <div key={id}>{nameOf(id)}</div>)
}
