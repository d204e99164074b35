import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  children: ReactNode
}

/** Catches what a screen throws while drawing, so that the rest of the program goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <Stack p="xl" maw={560} gap="sm" role="alert">
        <Title order={2}>这一页没能显示出来</Title>
        <Text>
          已经保存的内容都在，正在填写的草稿也会保留。可以再试一次，或从左边打开别的页面；如果反复出现，请重新打开桑榆。
        </Text>
        <Group>
          <Button onClick={() => this.setState({ failed: false })}>再试一次</Button>
          <Button variant="default" onClick={() => location.reload()}>
            重新载入
          </Button>
        </Group>
      </Stack>
    )
  }
}
