import { Badge, Group } from '@mantine/core'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { validationOf } from '../../../core/inquiry/name-validation.ts'
import { text } from '../../kit/index.ts'

/** What a person must know before trusting a number of it: state, licence, whether it was ever checked. */
export function InstrumentBadges({ instrument }: { readonly instrument: Instrument }) {
  const { state, licence, validation } = instrument
  return (
    <Group gap={6}>
      {state !== 'published' && (
        <Badge color="kite" variant="light" tt="none">
          {text(`inquiry:instrumentState.${state}`)}
        </Badge>
      )}
      <Badge color="gray.8" variant="outline" tt="none">
        {text(`inquiry:licenceStatus.${licence.status}`)}
      </Badge>
      <Badge
        color={validation.status === 'notValidated' ? 'kite.8' : 'gray.8'}
        variant="outline"
        tt="none"
      >
        {text(`inquiry:validationStatus.${validationOf(instrument)}`)}
      </Badge>
    </Group>
  )
}
