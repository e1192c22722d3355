"""Says of YAML texts whether gcloud would send them: its own parser and decoder, nothing else, no network.

Usage: python3 decoder.py SDK_FOLDER. Reads one JSON string a line and writes one JSON list [verdict, message] a line,
where the verdict is "taken", "refused" or "none" for a text that holds no Cloud Run object.
"""

import json
import os
import sys
import warnings

warnings.simplefilter("ignore")
library = os.path.join(sys.argv[1], "lib")
sys.path[:0] = [library, os.path.join(library, "third_party")]

from googlecloudsdk.api_lib.run import job, service, worker_pool
from googlecloudsdk.api_lib.util import messages as messages_util
from googlecloudsdk.core import resources, yaml
from googlecloudsdk.generated_clients.apis.run.v1 import run_v1_messages as messages

KINDS = {
    "Service": (messages.Service, service.Service, "run.namespaces.services"),
    "Job": (messages.Job, job.Job, "run.namespaces.jobs"),
    "WorkerPool": (messages.WorkerPool, worker_pool.WorkerPool, "run.namespaces.workerpools"),
}


def decode(manifest, kind):
    """Takes the steps of `gcloud run … replace` that come before the first request; raises where they do."""
    message, wrapper, collection = KINDS[kind]
    manifest.pop("status", None)
    if kind != "Service" and "template" not in manifest["spec"]:
        raise ValueError("spec.template is required but missing")
    if kind != "Service":
        manifest["spec"]["template"].setdefault("metadata", {})
    namespace = manifest.get("metadata", {}).get("namespace")
    if namespace is not None and not isinstance(namespace, str):
        manifest["metadata"]["namespace"] = str(namespace)
    resource = wrapper(messages_util.DictToMessageWithErrorCheck(manifest, message), messages)
    project = resource.metadata.namespace or "project"
    resources.REGISTRY.Parse(resource.metadata.name, params={"namespacesId": project}, collection=collection)


def judge(text):
    try:
        manifest = yaml.load(text)
    except Exception as error:  # Any way to fail is a refusal.
        return ["refused", str(error)]
    kind = manifest.get("kind") if isinstance(manifest, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        return ["none", ""]
    try:
        decode(dict(manifest), kind)
    except Exception as error:
        return ["refused", f"{type(error).__name__}: {error}"]
    return ["taken", ""]


for line in sys.stdin:
    print(json.dumps(judge(json.loads(line))), flush=True)
