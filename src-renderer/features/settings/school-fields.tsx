import { Controller } from '#renderer/ui/form.ts';
import { Card } from '#renderer/ui/card.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import type { SchoolFields as Fields } from './school-details.ts';
import classes from './settings.module.css';
import { settingsTexts as texts } from './settings.nl.ts';
import type { SchoolFormState } from './use-school-form.ts';

type TextField = Exclude<keyof Fields, 'level' | 'paymentTermDays' | 'addressWindow'>;

/** Every detail of a school, in four groups. */
export function SchoolFields({ form }: Pick<SchoolFormState, 'form'>) {
  const { errors } = form.formState;
  function text(name: TextField, description?: string, required = false) {
    return (
      <TextInput
        label={texts.fields[name]}
        description={description}
        required={required}
        error={errors[name]?.message}
        {...form.register(name)}
      />
    );
  }
  return (
    <>
      <Card title={texts.identity}>
        <div className={classes['fields']}>
          {text('name', undefined, true)}
          {text('boardName')}
          <Controller
            control={form.control}
            name="level"
            render={({ field }) => (
              <RadioGroup
                label={texts.fields.level}
                horizontal
                value={field.value}
                onChange={field.onChange}
                options={[
                  { value: 'primary', label: texts.levels.primary },
                  { value: 'secondary', label: texts.levels.secondary },
                ]}
              />
            )}
          />
          {text('enterpriseNumber', texts.hints.enterpriseNumber)}
        </div>
      </Card>
      <Card title={texts.payment}>
        <div className={classes['fields']}>
          {text('iban')}
          {text('bic')}
          {text('accountHolder', texts.hints.accountHolder)}
        </div>
      </Card>
      <Card title={texts.address}>
        <div className={classes['fields']}>
          {text('street')}
          <div className={classes['place']}>
            {text('postalCode')}
            {text('city')}
          </div>
          {text('phone')}
          {text('email')}
          {text('contactName', texts.hints.contact)}
          {text('contactPhone')}
          {text('contactEmail')}
        </div>
      </Card>
      <Card title={texts.letters}>
        <div className={classes['fields']}>
          <Controller
            control={form.control}
            name="paymentTermDays"
            render={({ field }) => (
              <NumberInput
                label={texts.fields.paymentTermDays}
                description={texts.hints.paymentTermDays}
                min={14}
                max={120}
                required
                error={errors.paymentTermDays?.message}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                ref={field.ref}
              />
            )}
          />
          <Controller
            control={form.control}
            name="addressWindow"
            render={({ field }) => (
              <RadioGroup
                label={texts.fields.addressWindow}
                horizontal
                value={field.value}
                onChange={field.onChange}
                options={[
                  { value: 'left', label: texts.windows.left },
                  { value: 'right', label: texts.windows.right },
                ]}
              />
            )}
          />
        </div>
      </Card>
    </>
  );
}
