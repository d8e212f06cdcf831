import { Button, Text } from '@mantine/core'
import { cardShown, cardShownId } from '../../../core/contact/card-shown.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { useAct, useToday } from '../../sync/index.ts'
import type { PairContact } from '../use-pair-contact.ts'

/** Notes that a pair was given this card; the same card on the same day is noted once. */
export function GiveCard({
  contact,
  cardId,
}: {
  readonly contact: PairContact
  readonly cardId: string
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const last = contact.cards.find((one) => one.cardId === cardId)
  const give = async () => {
    const fields = { familyId: contact.familyId, pairId: contact.pair.id, cardId, on: today }
    const made = await doing.run(() => act(draftRecord(cardShown, cardShownId(fields), fields)))
    if (made !== null) announce({ words: text('cards:week.noted') })
  }
  if (last?.on === today) return <Text>{text('cards:week.givenToday')}</Text>
  if (!contact.mayWrite || !contact.consented) return null
  return (
    <>
      <Button loading={doing.busy} onClick={() => void give().catch(reportError)}>
        {text('cards:week.giveTo', { child: contact.childName, adult: contact.adultName })}
      </Button>
      {last !== undefined && (
        <Text size="sm" c="gray.7">
          {text('cards:week.givenOn', { day: formatDay(last.on) })}
        </Text>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
