import { Button, Container, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { text } from '../kit/text.ts'

/** A bug in a screen must not take the way back with it. What is saved is safe on the disk. */
export class CrashBoundary extends Component<
  { readonly children: ReactNode },
  { readonly crashed: boolean }
> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override render() {
    if (!this.state.crashed) return this.props.children
    return (
      <Container size="xs" py="xl" role="alert">
        <Title order={1} size="h3" mb="sm">
          {text('kit:product')}
        </Title>
        <Text mb="md">{text('kit:bug')}</Text>
        <Button onClick={() => location.reload()}>{text('kit:retry')}</Button>
      </Container>
    )
  }
}
