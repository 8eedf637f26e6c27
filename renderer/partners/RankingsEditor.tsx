import { NumberInput, Select, TextInput } from '@mantine/core'
import { rankingSchema } from '../../shared/partners/partner.ts'
import { useText } from '../app/i18n.ts'
import { useToday } from '../app/today.ts'
import { ListEditor } from '../components/ListEditor.tsx'
import type { PartnerFormState } from './partner-form-state.ts'

const systemSchema = rankingSchema.shape.system

/** Places in world rankings, by year, each with its source. */
export function RankingsEditor({ form }: { readonly form: PartnerFormState }) {
  const t = useText()
  const year = Number(useToday().slice(0, 4))
  return (
    <ListEditor
      path="rankings"
      items={form.values.rankings}
      onChange={(rankings) => form.change({ rankings })}
      blank={() => ({ system: 'qs' as const, year, place: 1, source: '' })}
      addTitle={t('partners:ranking.add')}
      error={form.errorAt('rankings')}
      isReadOnly={form.isReadOnly}
      largest={50}
    >
      {(ranking, change, path) => (
        <>
          <Select
            label={t('partners:ranking.system')}
            {...form.control(`${path}.system`)}
            data={systemSchema.options.map((system) => ({
              value: system,
              label: t(`partners:ranking.systems.${system}`),
            }))}
            value={ranking.system}
            allowDeselect={false}
            onChange={(system) => change({ system: systemSchema.parse(system) })}
          />
          <NumberInput
            label={t('partners:ranking.year')}
            {...form.control(`${path}.year`)}
            min={2000}
            max={2100}
            allowDecimal={false}
            thousandSeparator=""
            value={ranking.year}
            onChange={(value) => change({ year: Number(value) })}
          />
          <NumberInput
            label={t('partners:ranking.place')}
            {...form.control(`${path}.place`)}
            min={1}
            allowDecimal={false}
            value={ranking.place}
            onChange={(value) => change({ place: Number(value) })}
          />
          <TextInput
            label={t('partners:ranking.source')}
            {...form.control(`${path}.source`)}
            maxLength={300}
            value={ranking.source}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
        </>
      )}
    </ListEditor>
  )
}
