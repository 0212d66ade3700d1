import { Component, type ReactNode } from 'react'
import { toProblem } from '../domain/errors.ts'
import { problemWords } from '../words/problemWords.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'

interface Props {
  children: ReactNode
}

interface State {
  error: unknown
}

/** A view that throws is replaced by a sentence and a way back; the rest of the page goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    const { code, message } = toProblem(this.state.error)
    return (
      <ProblemAlert {...problemWords(code)} detail={message} onRetry={() => this.setState({ error: null })} />
    )
  }
}
