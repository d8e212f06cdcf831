import { Anchor, Button, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { ConfirmButton, DoingNote, formatDayOf, Section, text, useDoing } from '../../kit/index.ts'
import { LinkCard } from '../../kit/link-card.tsx'
import { callServer, useSender, useMakeLink } from '../../sync/index.ts'
import type { KnownLink, MadeLink } from '../../sync/family-link-shapes.ts'
import { nothingShape } from '../../sync/server-shapes.ts'
import { useFamilyLinks } from '../../sync/use-family-links.ts'
import type { PairContact } from '../use-pair-contact.ts'

const validDays = 90

/** For the parent far away and the caregiver at home: a page of their own that can be used again and again. */
export function ContactLink({ contact }: { readonly contact: PairContact }) {
  const { familyId, pair, people, reaches } = contact
  const { standing, links, reload } = useFamilyLinks(familyId)
  const doing = useDoing()
  const makeLink = useMakeLink()
  const sender = useSender()
  const holders = people
    .filter(({ id, role }) => role !== 'child' && reaches(id))
    .toSorted((left, right) => Number(right.id === pair.adultId) - Number(left.id === pair.adultId))
  const [personId, setPersonId] = useState(holders[0]?.id ?? '')
  const [made, setMade] = useState<MadeLink | null>(null)
  const make = async () => {
    const body = {
      ...{ familyId, personId, childId: pair.childId, purpose: 'contact' },
      ...{ waveId: null, instrumentId: null, pairId: pair.id, days: validDays },
    }
    const link = await doing.run(() => makeLink(body))
    if (link === null) return
    setMade(link)
    reload()
  }
  const sent = links.filter(
    ({ childId, purpose, revokedAt }) =>
      childId === pair.childId && purpose === 'contact' && revokedAt === null,
  )
  return (
    <Section title={text('contact:link.title')} hint={text('contact:link.hint')}>
      {standing !== 'ready' && <Text>{text(`contact:link.${standing}`)}</Text>}
      <Group align="flex-end" className="no-print">
        <NativeSelect
          label={text('contact:link.to')}
          data={holders.map(({ id, name }) => ({ value: id, label: name }))}
          value={personId}
          onChange={({ currentTarget }) => {
            setPersonId(currentTarget.value)
            setMade(null)
          }}
        />
        <Button
          variant="default"
          disabled={standing !== 'ready' || personId === ''}
          loading={doing.busy}
          onClick={() => void make()}
        >
          {text('contact:link.make', { days: validDays })}
        </Button>
      </Group>
      <DoingNote doing={doing} />
      {made !== null && (
        <LinkCard
          qrSvg={made.qrSvg}
          checkCode={made.checkCode}
          link={{ familyId, linkId: made.id, address: made.address }}
          words={text('contact:link.message', {
            ...sender,
            address: made.address,
            day: formatDayOf(made.endsAt),
          })}
        />
      )}
      {sent.some(({ waits }) => waits) && (
        <Text>
          <Anchor component={Link} to="/">
            {text('contact:link.waits')}
          </Anchor>
        </Text>
      )}
      {sent.map((link) => (
        <SentLine key={link.id} contact={contact} link={link} onRevoked={reload} />
      ))}
    </Section>
  )
}

function SentLine({
  contact,
  link,
  onRevoked,
}: {
  readonly contact: PairContact
  readonly link: KnownLink
  readonly onRevoked: () => void
}) {
  const doing = useDoing()
  const revoke = async () => {
    const body = { familyId: contact.familyId, linkId: link.id }
    const gone = await doing.run(() => callServer('/api/family-links/revoke', body, nothingShape))
    if (gone !== null) onRevoked()
  }
  const line = text('contact:link.line', {
    name: contact.nameOf(link.personId),
    made: formatDayOf(link.madeAt),
    day: formatDayOf(link.endsAt),
  })
  return (
    <Group gap="xs" className="no-print">
      <Text>
        {line} · {text(link.openedAt === null ? 'contact:link.notOpened' : 'contact:link.opened')}
      </Text>
      <ConfirmButton
        size="compact-sm"
        question={text('contact:link.revokeQuestion')}
        confirmLabel={text('contact:link.revoke')}
        onConfirm={() => void revoke()}
      >
        {text('contact:link.revoke')}
      </ConfirmButton>
      <DoingNote doing={doing} />
    </Group>
  )
}
