import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { person } from '../../../core/families/person.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { ConfirmButton } from '../../kit/confirm-button.tsx'
import { useDoing } from '../../kit/doing.ts'
import { formatDay, formatDayOf } from '../../kit/format.ts'
import { LinkCard } from '../../kit/link-card.tsx'
import { DoingNote } from '../../kit/notes.tsx'
import { announce } from '../../kit/notices.tsx'
import { Section } from '../../kit/section.tsx'
import { refusalText, text } from '../../kit/text.ts'
import { useOpenDesk } from '../../sync/desk-context.ts'
import { type MadeLink, madeLinkShape } from '../../sync/family-link-shapes.ts'
import { useRecords } from '../../sync/records.ts'
import { useSender } from '../../sync/use-state-of-desk.ts'
import { callServer } from '../../sync/server.ts'
import { nothingShape } from '../../sync/server-shapes.ts'
import styles from './today-page.module.css'
import type { KeptAnswers, LockedLink } from './waiting-link-shapes.ts'
import type { WaitingLinks as Links } from './use-waiting-links.ts'

/** What families sent and nobody could take yet, and links that locked: only a worker can settle either. */
export function WaitingLinks({ links }: { readonly links: Links }) {
  const { kept, locked, reload } = links
  return (
    <>
      {kept.length > 0 && (
        <Section title={text('access:today.kept')} hint={text('access:today.keptHint')}>
          <ul className={styles.items}>
            {kept.map((item) => (
              <KeptItem key={item.id} item={item} onSettled={reload} />
            ))}
          </ul>
        </Section>
      )}
      {locked.length > 0 && (
        <Section title={text('access:today.locked')} hint={text('access:today.lockedHint')}>
          <ul className={styles.items}>
            {locked.map((item) => (
              <LockedItem key={item.id} item={item} onSettled={reload} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Whose link, about which child, for what. */
function useTitle({ personId, childId, purpose, waveId }: LockedLink): string {
  const names = new Map(useRecords(person).map(({ id, name }) => [id, name]))
  const titles = new Map(useRecords(wave).map(({ id, title }) => [id, title]))
  const nameOf = (id: string): string => names.get(id) ?? text('access:today.someone')
  const what =
    purpose === 'consent'
      ? text('access:today.consentLink')
      : purpose === 'homeTask'
        ? text('access:today.taskLink')
        : purpose === 'rights'
          ? text('access:today.rightsLink')
          : purpose === 'contact'
            ? text('access:today.contactLink')
            : purpose === 'session'
              ? text('access:today.sessionLink')
              : (titles.get(waveId ?? '') ?? '')
  const who =
    personId === childId
      ? nameOf(childId)
      : text('access:today.childAdult', { child: nameOf(childId), adult: nameOf(personId) })
  return [who, what].filter((word) => word !== '').join(' · ')
}

interface ItemProps<Item> {
  readonly item: Item
  readonly onSettled: () => void
}

function KeptItem({ item, onSettled }: ItemProps<KeptAnswers>) {
  const { courier } = useOpenDesk()
  const doing = useDoing()
  const title = useTitle(item)
  const settle = async (path: 'take' | 'discard') => {
    const about = { familyId: item.familyId, linkId: item.id }
    const settled = await doing.run(() =>
      callServer(`/api/family-links/${path}`, about, nothingShape),
    )
    if (settled === null) return
    announce({ words: text(path === 'take' ? 'access:today.taken' : 'access:today.discarded') })
    courier.sendSoon()
    onSettled()
  }
  return (
    <li className={styles.waiting}>
      <Link to={`/families/${item.familyId}`} className={styles.item}>
        <span>{title}</span>
        <span className={styles.detail}>
          {text('access:today.keptDays', {
            sent: formatDay(item.sentOn),
            until: formatDay(item.keptUntil),
          })}
        </span>
      </Link>
      {doing.refusal === null && <Text c="gray.9">{refusalText(item.refusal)}</Text>}
      <DoingNote doing={doing} />
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-md"
          loading={doing.busy}
          onClick={() => void settle('take')}
        >
          {text('access:today.take')}
        </Button>
        <ConfirmButton
          size="compact-md"
          question={text('access:today.discardQuestion')}
          confirmLabel={text('access:today.discard')}
          onConfirm={() => void settle('discard')}
        >
          {text('access:today.discard')}
        </ConfirmButton>
      </Group>
    </li>
  )
}

function LockedItem({ item, onSettled }: ItemProps<LockedLink>) {
  const doing = useDoing()
  const sender = useSender()
  const title = useTitle(item)
  const [made, setMade] = useState<MadeLink | null>(null)
  const reissue = async () => {
    const about = { familyId: item.familyId, linkId: item.id }
    const link = await doing.run(() =>
      callServer('/api/family-links/reissue', about, madeLinkShape),
    )
    if (link !== null) setMade(link)
  }
  return (
    <li className={styles.waiting}>
      <Link to={`/families/${item.familyId}`} className={styles.item}>
        {title}
      </Link>
      <DoingNote doing={doing} />
      {made === null ? (
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-md"
            loading={doing.busy}
            onClick={() => void reissue()}
          >
            {text('access:today.reissue')}
          </Button>
        </Group>
      ) : (
        <>
          <LinkCard
            qrSvg={made.qrSvg}
            checkCode={made.checkCode}
            link={{ familyId: item.familyId, linkId: made.id, address: made.address }}
            words={text(
              item.purpose === 'consent' ? 'access:link.consentWords' : 'access:link.answerWords',
              { ...sender, address: made.address, day: formatDayOf(made.endsAt) },
            )}
          />
          <Button variant="subtle" onClick={onSettled}>
            {text('kit:done')}
          </Button>
        </>
      )}
    </li>
  )
}
