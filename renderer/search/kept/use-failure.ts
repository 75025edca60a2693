import { useNavigation } from "../../app/navigation.ts";
import { describeError } from "../../ui/describe-error.ts";

/** Says in the message area what went wrong and what to do. */
export function useFailure(): (error: unknown) => void {
  const { announce } = useNavigation();
  return (error) => {
    const { message, action } = describeError(error);
    announce(`${message} ${action}`, "bad");
  };
}
