"""Says of YAML texts whether gcloud would send them: its own parser and decoder, nothing else, no network.

Usage: python3 decoder.py SDK_FOLDER. Reads one JSON string a line and writes one JSON list [verdict, message, tree] a
line, where the verdict is "taken", "refused" or "none" for a text that holds no Cloud Run object, and the tree is what
the parser read: ["{", key, value, …], ["[", item, …] and characters, null where it refused.
"""

import io
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


def as_file(text):
    """The text as it comes out of a file, which is opened with universal newlines."""
    return io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogatepass")), encoding="utf-8").read()


def tree(text):
    try:
        return shape(yaml.yaml.SafeLoader(as_file(text), "1.1").get_single_node())
    except Exception:
        return None


def shape(node):
    if node is None or isinstance(node.value, str):
        return node.value if node else ""
    if node.id == "mapping":
        return ["{", *(shape(part) for pair in node.value for part in pair)]
    return ["[", *(shape(item) for item in node.value)]


def judge(text):
    try:
        manifest = yaml.load(as_file(text))
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
    given = json.loads(line)
    print(json.dumps([*judge(given), tree(given)]), flush=True)
