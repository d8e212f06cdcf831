import { Section, text, textOrNull } from '../kit/index.ts'
import { HistoryList, listMarks } from '../sync/history-list.tsx'
import type { GroupFile } from './use-group.ts'

/** Who changed the group and its meetings, and when: a moved day or a new place has an author. */
export function GroupHistory({ file }: { readonly file: GroupFile }) {
  const marks = [
    ...listMarks(text('groupwork:kinds.supportGroup'), file.group),
    ...file.meetings.flatMap((one) =>
      listMarks(text('groupwork:meeting.no', { no: one.no }), one, ['groupId', 'no']),
    ),
  ]
  return (
    <Section title={text('groupwork:history.title')} hint={text('groupwork:history.hint')}>
      <HistoryList
        marks={marks}
        nameField={(field) => textOrNull(`groupwork:fields.${field.split('.')[0] ?? ''}`) ?? field}
        moreLabel={(count) => text('groupwork:history.all', { count })}
      />
    </Section>
  )
}
