import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { readMailAddress } from '../../core/contact/delivery/reach.ts'
import { text } from '../kit/index.ts'

/** One e-mail address, or none: a gateway takes no second one and no half, and the form says so before it is saved. */
export function MailField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (email: string) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const [left, setLeft] = useState(false)
  const isUnfit = value.trim() !== '' && readMailAddress(value) === null
  const why = text('families:new.emailUnfit')
  useEffect(() => input.current?.setCustomValidity(isUnfit ? why : ''), [isUnfit, why])
  return (
    <TextInput
      ref={input}
      label={text('families:fields.email')}
      inputMode="email"
      maxLength={120}
      autoComplete="off"
      value={value}
      error={left && isUnfit ? why : null}
      onBlur={() => setLeft(true)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
