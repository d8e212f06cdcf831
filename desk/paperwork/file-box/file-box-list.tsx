import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { DataTable, Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { useMayMakeBox } from './use-may-make-box.ts'

/** The groups whose file box this person may make; nothing for whoever may make none. */
export function FileBoxList() {
  const mayMake = useMayMakeBox()
  const groups = useRecords(supportGroup).filter(mayMake)
  if (groups.length === 0) return null
  return (
    <Section
      title={text('paperwork:fileBox.desk.list')}
      hint={text('paperwork:fileBox.desk.listHint')}
    >
      <DataTable
        caption={text('paperwork:fileBox.desk.list')}
        rows={groups}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `/paperwork/groups/${id}/file-box`}
        columns={[
          { name: 'title', label: text('paperwork:home.group'), show: ({ title }) => title },
          { name: 'code', label: text('paperwork:home.code'), show: ({ code }) => code },
        ]}
      />
    </Section>
  )
}
