import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { addDevice, renewDeviceCode } from "#app/access/acts/add-device.server.ts";
import { cutDevice } from "#app/access/acts/cut-device.server.ts";
import { readDevices } from "#app/access/acts/read-devices.server.ts";
import { deviceForm } from "#app/access/rules/device-form.ts";
import { DevicesPage } from "#app/access/views/devices-page.tsx";
import { requirePermission } from "#app/access/visit.server.ts";
import { requireFacility } from "#app/attendance/acts/require-facility.server.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "device:manage");
  const { id, name } = await requireFacility(visit, params.id);
  const title = visit.t("access:device.title");
  const address = `${new URL(request.url).host}/appareil`;
  return { title, facility: { id, name }, address, devices: await readDevices(visit, id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "device:manage");
  const { id } = await requireFacility(visit, params.id);
  const form = await readForm(request, deviceForm);
  if (!form.ok) return data({ code: null, name: String(form.values.name ?? ""), errors: form.errors }, 422);
  const { value } = form;
  if (value.act === "cut") {
    await cutDevice(visit, id, value.device);
    return redirectWithNotice(`/structure/${id}/tablettes`, "access:device.cutDone");
  }
  const added =
    value.act === "add"
      ? await addDevice(visit, id, value.name)
      : await renewDeviceCode(visit, id, value.device);
  const name = value.act === "add" ? value.name : "";
  if (!added.ok) return data({ code: null, name, errors: { name: added.error } }, 409);
  return data({ code: added.code, name, errors: {} as Record<string, string> });
}

export default function Devices(): ReactNode {
  const page = useLoaderData<typeof loader>();
  return <DevicesPage {...page} reply={useActionData<typeof action>()} />;
}
