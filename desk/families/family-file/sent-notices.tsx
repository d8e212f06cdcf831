import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { staff } from '../../../core/access/staff.ts'
import type { Notice } from '../../../core/contact/delivery/notice.ts'
import { formatTime, Section, text } from '../../kit/index.ts'
import { callServer, useMay, useOnline, useRecords } from '../../sync/index.ts'
import { noticeListShape, writeEnd } from '../../sync/delivery/notice-shapes.ts'
import { ServerTrouble } from '../../sync/server.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'

/** What the agency's server sent of this family's links. Only the server keeps it. */
export function SentNotices({ file }: { readonly file: FamilyFile }) {
  const familyId = file.family.id
  const may = useMay('answerSheet', 'create', `family:${familyId}`)
  const online = useOnline()
  const notices = useSentNotices(familyId, may && online)
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  if (!may) return null
  const write = (notice: Notice): string =>
    [
      formatTime(notice.at),
      notice.personId === null ? '' : nameOf(file, notice.personId),
      `${text(`delivery:kinds.${notice.kind}`)} ${notice.to}`,
      text(`delivery:purposes.${notice.purpose}`),
      names.get(notice.by) ?? text('delivery:log.someone'),
      writeEnd(notice),
    ]
      .filter((word) => word !== '')
      .join(' · ')
  return (
    <Section title={text('delivery:log.title')} hint={text('delivery:log.hint')}>
      {notices === null && <Text>{text(online ? 'kit:loading' : 'delivery:log.offline')}</Text>}
      {notices?.length === 0 && <Text>{text('delivery:log.empty')}</Text>}
      {notices !== null && notices.length > 0 && (
        <ul className={styles.lines}>
          {notices.map((notice) => (
            <li key={notice.id}>{write(notice)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Null while nobody could be asked. */
function useSentNotices(familyId: string, mayAsk: boolean): readonly Notice[] | null {
  const [notices, setNotices] = useState<readonly Notice[] | null>(null)
  useEffect(() => {
    if (!mayAsk) return
    let current = true
    const ask = async () => {
      try {
        const answer = await callServer('/api/notices/list', { familyId }, noticeListShape)
        if (current) setNotices(answer.ok ? answer.value.notices : [])
      } catch (trouble) {
        if (!(trouble instanceof ServerTrouble)) throw trouble
      }
    }
    ask().catch(reportError)
    return () => {
      current = false
    }
  }, [familyId, mayAsk])
  return notices
}
