import { Button, Group } from '@mantine/core'
import { Link, useParams, useSearchParams } from 'react-router'
import { currentLanguage, EmptyState, Icon, Page, Section, text } from '../../kit/index.ts'
import { useFamilyPairs, usePairContact } from '../use-pair-contact.ts'
import { pictureCheck } from '../../../core/contact/picture-check.ts'
import { cardWords } from '../../../core/contact/cards/index.ts'
import { SpokenPanel, useRecords } from '../../sync/index.ts'
import { CardFace } from './card-face.tsx'
import { ChoosePair } from './choose-pair.tsx'
import { PictureCountLine } from './picture-count.tsx'
import { withPair } from './card-search.ts'
import { GiveCard } from './give-card.tsx'
import { ReadCard } from './read-card.tsx'
import { shippedCards } from './shipped-cards.ts'

/** One card, large, for child and worker to look at together. */
export function CardPage() {
  const { cardId = '' } = useParams()
  const [search] = useSearchParams()
  const checks = useRecords(pictureCheck)
  const language = currentLanguage()
  const card = shippedCards().find(({ id }) => id === cardId)
  const back = { to: withPair('/contact/cards', search), label: text('cards:page.all') }
  if (card === undefined)
    return (
      <Page title={text('cards:title')} back={back}>
        <EmptyState title={text('cards:page.missing')} />
      </Page>
    )
  const home = search.get('home')
  return (
    <Page title={card.words[language].title} back={back}>
      <CardFace card={card} language={language} />
      <PictureCountLine alone checks={checks} picture={card.picture} />
      <ChoosePair chosen={search.get('pair')} />
      <Group gap="xs">
        {home !== null && <GiveTo familyId={home} pairId={search.get('pair')} cardId={card.id} />}
        <ReadCard key={card.id} card={card} language={language} />
        <Button
          component={Link}
          to={withPair(`/contact/cards/${card.id}/sheet`, search)}
          variant="default"
          leftSection={<Icon name="print" size={18} />}
        >
          {text('cards:page.printOne')}
        </Button>
      </Group>
      <Section title={text('spoken:title')} hint={text('spoken:hint')}>
        <SpokenPanel key={card.id} what="card" words={cardWords(card.words[language])} />
      </Section>
    </Page>
  )
}

function GiveTo({
  familyId,
  pairId,
  cardId,
}: {
  readonly familyId: string
  readonly pairId: string | null
  readonly cardId: string
}) {
  const family = useFamilyPairs(familyId)
  const contact = usePairContact(
    family,
    family.pairs.find(({ id }) => id === pairId),
  )
  if (contact === null || contact.keptAway) return null
  return <GiveCard contact={contact} cardId={cardId} />
}
