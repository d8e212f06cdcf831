import { channelPictures, topicPictures } from '../../../core/contact/contact-pictures.ts'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { type FamilyTold, tellFamily } from '../../../core/contact/tell-family.ts'
import type { PictureId } from '../../../core/kit/pictures.ts'
import { currentLanguage, EmptyState, formatDay, Page, Picture, text } from '../../kit/index.ts'
import { useReadLog, useToday } from '../../sync/index.ts'
import { shippedCards } from '../cards/shipped-cards.ts'
import styles from '../contact.module.css'
import { useFamilyPairs, usePairContact } from '../use-pair-contact.ts'

/** What the two have done themselves, in pictures, on one page that they keep: no figure of anybody's share, no gap, no other family. */
export function FamilySheetPage() {
  const { familyId = '' } = useParams()
  const [search] = useSearchParams()
  const family = useFamilyPairs(familyId)
  const contact = usePairContact(
    family,
    family.pairs.find(({ id }) => id === search.get('pair')),
  )
  const today = useToday()
  useReadLog('family', contact === null ? null : familyId)
  const told = contact === null || contact.keptAway ? null : tellFamily(contact.log, contact, today)
  const back = {
    to: `/contact/families/${familyId}?pair=${search.get('pair') ?? ''}`,
    label: text('contact:page.title'),
  }
  if (contact === null || told === null)
    return (
      <Page title={text('contact:family.title')} back={back}>
        <EmptyState title={text('contact:family.none')} hint={text('contact:family.noneHint')} />
      </Page>
    )
  const names = { child: contact.childName, adult: contact.adultName }
  return (
    <Page
      title={text('contact:family.of', names)}
      back={back}
      actions={
        <Button onClick={() => window.print()} className="no-print">
          {text('kit:print')}
        </Button>
      }
    >
      <div className={styles.sheet}>
        <ToldRows told={told} />
        <p>{text('contact:family.asOf', { day: formatDay(today) })}</p>
      </div>
    </Page>
  )
}

function ToldRows({ told }: { readonly told: FamilyTold }) {
  const cards = shippedCards().filter(({ id }) => told.cards.includes(id))
  return (
    <>
      {told.contacts > 0 && (
        <Row picture="phone-call" title={text('contact:family.contacts', { count: told.contacts })}>
          <ul className={styles.told}>
            {told.weeks.map(({ from, channels }) => (
              <li key={from}>
                <span>{text('contact:family.week', { from: formatDay(from) })}</span>
                <span>
                  {channels.map((channel, at) => (
                    <Picture
                      key={`${from} ${String(at)}`}
                      id={channelPictures[channel]}
                      size={40}
                      words={text(`contact:channel.${channel}`)}
                    />
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Row>
      )}
      {told.topics.length > 0 && (
        <Row picture="topic-wheel" title={text('contact:family.topics')}>
          <ul className={styles.shown}>
            {told.topics.map((one) => (
              <li key={one}>
                <Picture id={topicPictures[one]} size={64} words="" />
                <span>{text(`cards:topic.${one}`)}</span>
              </li>
            ))}
          </ul>
        </Row>
      )}
      {told.pledgesKept > 0 && (
        <Row
          picture="pinky-promise"
          title={text('contact:family.pledges', { count: told.pledgesKept })}
        >
          <span aria-hidden="true">
            {Array.from({ length: Math.min(told.pledgesKept, 12) }, (_none, at) => (
              <Picture key={String(at)} id="pinky-promise" size={40} words="" />
            ))}
          </span>
        </Row>
      )}
      {cards.length > 0 && (
        <Row picture="two-bubbles" title={text('contact:family.cards')}>
          <ul className={styles.shown}>
            {cards.map(({ id, picture, words }) => (
              <li key={id}>
                <Picture id={picture} size={64} words="" />
                <span>{words[currentLanguage()].title}</span>
              </li>
            ))}
          </ul>
        </Row>
      )}
    </>
  )
}

function Row({
  picture,
  title,
  children,
}: {
  readonly picture: PictureId
  readonly title: string
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.sheetRow}>
      <Picture id={picture} size={72} words="" />
      <div>
        <h2>{title}</h2>
        {children}
      </div>
    </div>
  )
}
