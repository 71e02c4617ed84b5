import type { ComponentType } from "preact";
import { Picture } from "../ui/images";
import { Notice } from "../ui/notices";
import { Button, Overflow } from "./buttons";
import { Checkboxes, RadioButtons } from "./choices";
import { DatePicker, TextInput, TimePicker } from "./inputs";
import { MultiChannelsSelect, MultiStaticSelect, MultiUsersSelect } from "./multi-select";
import type { ElementProps } from "./props";
import { ChannelsSelect, StaticSelect, UsersSelect } from "./select";

const ELEMENTS: Readonly<Record<string, ComponentType<ElementProps>>> = {
  button: Button,
  plain_text_input: TextInput,
  number_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  static_select: StaticSelect,
  users_select: UsersSelect,
  channels_select: ChannelsSelect,
  conversations_select: ChannelsSelect,
  multi_static_select: MultiStaticSelect,
  multi_users_select: MultiUsersSelect,
  multi_channels_select: MultiChannelsSelect,
  multi_conversations_select: MultiChannelsSelect,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  datepicker: DatePicker,
  timepicker: TimePicker,
  overflow: Overflow,
  image: ({ element }) => <Picture url={element.image_url} alt={element.alt_text} />,
};

/** Any element, or a notice when the demo cannot draw its type. */
export function Element(props: ElementProps) {
  const type = String(props.element.type);
  const Drawn = Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined;
  return Drawn === undefined ? <Notice>The demo cannot draw {type}</Notice> : <Drawn {...props} />;
}
