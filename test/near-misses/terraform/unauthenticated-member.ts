import { terraform } from '../../../src/examples.ts';

export default [
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      iap_enabled = true
      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

        }

      }

    }

    resource "google_cloud_run_v2_service_iam_member" "public" {
      name     = google_cloud_run_v2_service.shop.name
      location = google_cloud_run_v2_service.shop.location
      role     = "roles/run.invoker"
      member   = "allUsers"
    }
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      default_uri_disabled = true
      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

        }

      }

    }

    resource "google_cloud_run_v2_service_iam_member" "public" {
      name     = google_cloud_run_v2_service.shop.name
      location = google_cloud_run_v2_service.shop.location
      role     = "roles/run.invoker"
      member   = "allUsers"
    }
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

        }

      }

    }

    resource "google_cloud_run_v2_service_iam_member" "public" {
      name     = google_cloud_run_v2_service.shop.name
      location = google_cloud_run_v2_service.shop.location
      role     = "roles/run.invoker"
      for_each = var.callers
      member   = "allUsers"
    }
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

        }

      }

    }

    resource "google_cloud_run_v2_service_iam_member" "public" {
      name     = google_cloud_run_v2_service.shop.name
      location = google_cloud_run_v2_service.shop.location
      role     = "roles/run.invoker"
      member   = "serviceAccount:shop@acme-prod.iam.gserviceaccount.com"
    }
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

        }

      }

    }

    resource "google_cloud_run_v2_service_iam_member" "public" {
      name     = google_cloud_run_v2_service.shop.name
      location = google_cloud_run_v2_service.shop.location
      role     = "roles/run.invoker"
      member   = var.member
    }
  `,
  // The service stands in another file.
  terraform`

    resource "google_cloud_run_v2_service_iam_member" "public" {
      name     = "shop"
      location = google_cloud_run_v2_service.other.location
      role     = "roles/run.invoker"
      member   = "allUsers"
    }
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

        }

      }

    }
  `,
];
