import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Answer, emptyAnswer } from '../../shared/assessment/answer.ts'
import { type AnswerText, answerTextSchema } from '../../shared/assessment/assessment.contract.ts'
import { data, orpc } from '../app/client.ts'
import { notifyRefusal } from '../app/notify.tsx'
import { refusalOf } from '../app/refusal.ts'

/** Pause after the last key, after which a text is saved by itself. */
const savePause = 1500

export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** Not applicable without a reason yet: there is nothing to save. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'failed' }
  /** Somebody else wrote meanwhile; both texts are kept until the person chooses. */
  | { readonly kind: 'conflict'; readonly theirs: Answer | null }

/** The part of an answer that a person writes. */
export const textOf = (answer: Answer | null, assessmentId: string, criterion: string): AnswerText =>
  answerTextSchema.parse(answer ?? emptyAnswer(assessmentId, criterion))

const isComplete = ({ notApplicable }: AnswerText): boolean => notApplicable?.trim() !== ''

type Draft = { text: AnswerText; revision: number | null; isDirty: boolean }

/**
 * The answer to one criterion while it is written: kept here, saved a moment after the last change, on `saveNow`, and
 * when the criterion is left. A newer state of somebody else is taken over while nothing here is unsaved.
 */
export function useAnswerDraft(assessmentId: string, criterion: string) {
  const queries = useQueryClient()
  const input = { assessmentId, criterion }
  const query = useQuery(orpc.assessment.answer.queryOptions({ input }))
  const [text, setText] = useState<AnswerText | null>(null)
  const [state, setState] = useState<SaveState>({ kind: 'untouched' })
  /** Grows whenever the text is replaced from outside the fields. */
  const [version, setVersion] = useState(0)
  const draft = useRef<Draft | null>(null)
  const timer = useRef<number | undefined>(undefined)
  const running = useRef<Promise<void> | null>(null)

  const adopt = useCallback(
    (answer: Answer | null) => {
      const taken = textOf(answer, assessmentId, criterion)
      draft.current = { text: taken, revision: answer?.revision ?? null, isDirty: false }
      setText(taken)
      setVersion((before) => before + 1)
    },
    [assessmentId, criterion],
  )

  useEffect(() => {
    if (query.data === undefined) return
    const current = draft.current
    const isNewer = current !== null && (query.data?.revision ?? 0) > (current.revision ?? 0)
    if (current === null || (isNewer && !current.isDirty && running.current === null)) adopt(query.data)
  }, [query.data, adopt])

  const write = useCallback(async (): Promise<void> => {
    const current = draft.current
    if (current === null || !current.isDirty || !isComplete(current.text)) return
    const written = current.text
    setState({ kind: 'saving' })
    try {
      const { answer } = await data.assessment.writeAnswer({
        assessmentId,
        criterion,
        revision: current.revision,
        text: written,
      })
      current.revision = answer.revision
      current.isDirty = current.text !== written
      queries.setQueryData(orpc.assessment.answer.queryKey({ input: { assessmentId, criterion } }), answer)
      setState(current.isDirty ? { kind: 'waiting' } : { kind: 'saved', at: new Date() })
    } catch (error) {
      if (refusalOf(error)?.code === 'conflict') {
        const theirs = await data.assessment.answer({ assessmentId, criterion })
        setState({ kind: 'conflict', theirs })
      } else {
        setState({ kind: 'failed' })
        notifyRefusal(error)
      }
    }
  }, [assessmentId, criterion, queries])

  /** One write at a time: the next one waits for the revision of the one before. */
  const saveNow = useCallback(async (): Promise<void> => {
    window.clearTimeout(timer.current)
    while (running.current !== null) await running.current
    running.current = write().finally(() => {
      running.current = null
    })
    await running.current
  }, [write])

  const change = useCallback(
    (part: Partial<AnswerText>) => {
      const current = draft.current
      if (current === null) return
      current.text = { ...current.text, ...part }
      current.isDirty = true
      setText(current.text)
      window.clearTimeout(timer.current)
      setState((before) => {
        if (before.kind === 'conflict') return before
        return isComplete(current.text) ? { kind: 'waiting' } : { kind: 'incomplete' }
      })
      timer.current = window.setTimeout(() => void saveNow(), savePause)
    },
    [saveNow],
  )

  useEffect(
    () => () => {
      window.clearTimeout(timer.current)
      if (draft.current?.isDirty === true) void saveNow()
    },
    [saveNow],
  )

  /** Ends a conflict: with the text of this window written on top, or with the other one. */
  const resolve = (theirs: Answer | null, keepMine: boolean) => {
    const current = draft.current
    if (current === null) return
    if (keepMine) {
      current.revision = theirs?.revision ?? null
      setState({ kind: 'waiting' })
      void saveNow()
    } else {
      adopt(theirs)
      setState({ kind: 'untouched' })
    }
  }

  /** Writes a whole text in the place of the present one. */
  const replace = (other: AnswerText) => {
    change(other)
    setVersion((before) => before + 1)
    void saveNow()
  }

  return {
    answer: query.data ?? null,
    error: query.error,
    refetch: query.refetch,
    text,
    version,
    state,
    change,
    saveNow,
    resolve,
    replace,
  }
}
export type AnswerDraft = ReturnType<typeof useAnswerDraft>
