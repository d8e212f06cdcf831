import { Button, Text } from '@mantine/core'
import { useParams, useSearchParams } from 'react-router'
import { type Card, listCards } from '../../../core/contact/cards/index.ts'
import { currentLanguage, EmptyState, Icon, Page, text } from '../../kit/index.ts'
import { CardFace } from './card-face.tsx'
import { filterIn, withPair } from './card-search.ts'
import styles from './cards.module.css'
import { shippedCards } from './shipped-cards.ts'

/** Two cards of A5 on a sheet of A4, to be cut in the middle. */
export function CardsSheetPage() {
  const [search] = useSearchParams()
  return (
    <Sheet
      back={{ to: `/contact/cards?${search.toString()}`, label: text('cards:page.all') }}
      cards={listCards(shippedCards(), filterIn(search))}
    />
  )
}

/** One card twice: for the child, and for whoever is far away or at home. */
export function CardSheetPage() {
  const { cardId = '' } = useParams()
  const [search] = useSearchParams()
  const card = shippedCards().find(({ id }) => id === cardId)
  return (
    <Sheet
      back={{
        to: withPair(`/contact/cards/${cardId}`, search),
        label: text('cards:title'),
      }}
      cards={card === undefined ? [] : [card, card]}
    />
  )
}

function Sheet({
  back,
  cards,
}: {
  readonly back: { readonly to: string; readonly label: string }
  readonly cards: readonly Card[]
}) {
  const language = currentLanguage()
  return (
    <Page
      title={text('cards:page.sheet')}
      back={back}
      actions={
        cards.length > 0 && (
          <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
            {text('kit:print')}
          </Button>
        )
      }
    >
      {cards.length === 0 ? (
        <EmptyState title={text('cards:page.none')} hint={text('cards:page.noneHint')} />
      ) : (
        <>
          <Text c="gray.7" data-screen-only>
            {text('cards:page.sheetHint', { count: Math.ceil(cards.length / 2) })}
          </Text>
          <div className={styles.sheet}>
            {cards.map((card, at) => (
              <CardFace key={`${card.id} ${at}`} card={card} language={language} paper />
            ))}
          </div>
        </>
      )}
    </Page>
  )
}
