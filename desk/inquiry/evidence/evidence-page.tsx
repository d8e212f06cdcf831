import { Button, Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { filterSources } from '../../../core/inquiry/evidence/list-sources.ts'
import { evidenceDesigns } from '../../../core/inquiry/evidence/source-facts.ts'
import { programmeTargets } from '../../../core/inquiry/programme-targets.ts'
import { EmptyState, Icon, Page, text } from '../../kit/index.ts'
import { useSources } from '../../kit/sources/use-sources.ts'
import { useMay } from '../../sync/index.ts'
import inquiry from '../inquiry.module.css'
import styles from './evidence.module.css'
import { SourceCard } from './source-card.tsx'

/** The library: what came along and what the agency added, in one list. What is asked for stands in the address. */
export function EvidencePage() {
  const mayAdd = useMay('evidenceSource', 'create', 'agency')
  const all = useSources()
  const [asked, setAsked] = useSearchParams()
  const archivedToo = asked.get('archived') === '1'
  const set = (name: string, value: string) =>
    setAsked(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const shelf = archivedToo ? all : all.filter(({ archived }) => !archived)
  const found = filterSources(shelf, {
    target: programmeTargets.find((one) => one === asked.get('target')) ?? null,
    design: evidenceDesigns.find((one) => one === asked.get('design')) ?? null,
    words: asked.get('words') ?? '',
  })
  return (
    <Page
      title={text('evidence:title')}
      back={{ to: '/inquiry', label: text('inquiry:waves.title') }}
      wide
      actions={
        mayAdd ? (
          <Button component={Link} to="/inquiry/evidence/new" leftSection={<Icon name="plus" />}>
            {text('evidence:add')}
          </Button>
        ) : undefined
      }
    >
      <Text>{text('evidence:lead')}</Text>
      <div className={inquiry.fields}>
        <TextInput
          type="search"
          label={text('evidence:search')}
          leftSection={<Icon name="search" />}
          value={asked.get('words') ?? ''}
          onChange={(event) => set('words', event.currentTarget.value)}
        />
        <NativeSelect
          label={text('evidence:target')}
          value={asked.get('target') ?? ''}
          onChange={(event) => set('target', event.currentTarget.value)}
          data={[
            { value: '', label: text('evidence:anyTarget') },
            ...programmeTargets.map((value) => ({
              value,
              label: text(`groupwork:target.${value}`),
            })),
          ]}
        />
        <NativeSelect
          label={text('evidence:designLabel')}
          value={asked.get('design') ?? ''}
          onChange={(event) => set('design', event.currentTarget.value)}
          data={[
            { value: '', label: text('evidence:anyDesign') },
            ...evidenceDesigns.map((value) => ({ value, label: text(`evidence:design.${value}`) })),
          ]}
        />
        {all.some(({ archived }) => archived) && (
          <Checkbox
            label={text('evidence:showArchived')}
            checked={archivedToo}
            onChange={(event) => set('archived', event.currentTarget.checked ? '1' : '')}
          />
        )}
      </div>
      <Text size="sm" c="gray.7" role="status">
        {text('evidence:count', { count: found.length })} {text('evidence:certaintyHint')}
      </Text>
      {found.length === 0 ? (
        <EmptyState title={text('evidence:none')} hint={text('evidence:noneHint')} />
      ) : (
        <ul className={styles.cards}>
          {found.map((source) => (
            <SourceCard key={source.id} source={source} />
          ))}
        </ul>
      )}
    </Page>
  )
}
