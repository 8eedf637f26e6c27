import { useRouterState } from '@tanstack/react-router'
import { Component, type ReactNode } from 'react'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'

class Boundary extends Component<{ readonly children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <ErrorNotice error={this.state.error} onRetry={() => this.setState({ error: null })} />
  }
}

/** Keeps a bug in one place inside that place: the rest of the window goes on working. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  const place = useRouterState({ select: (state) => state.location.pathname.split('/')[1] })
  return <Boundary key={place}>{children}</Boundary>
}
